import { PlaceField, type PlaceFilled } from './PlaceField.tsx'

/** A video link (`Reception.link`), typed or chosen of the directory of links. */
export function LinkField(filled: PlaceFilled) {
  return <PlaceField directory="video_link" {...filled} />
}
