import { PlaceField, type PlaceFilled } from './PlaceField.tsx'

/** A room (`Reception.room`), typed or chosen of the directory of rooms. */
export function RoomField(filled: PlaceFilled) {
  return <PlaceField directory="room" {...filled} />
}
