/** The style of the page for the site: light and dark, from 320 pixels up, and on paper. It asks for no file of its own. */
export const SITE_STYLE = `
:root{color-scheme:light dark;--ink:#101820;--mute:#44525b;--line:#9db0b8;--tint:#eaf4f7;--accent:#005f79;--ground:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#eef3f5;--mute:#b6c4cb;--line:#55666f;--tint:#1b2a31;--accent:#7fd0e6;--ground:#10171b}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.45 "Noto Sans","Segoe UI",Arial,sans-serif}
nav,main{max-width:64rem;margin:0 auto;padding:.75rem 1rem}
nav ul{display:flex;flex-wrap:wrap;gap:.5rem;margin:0;padding:0;list-style:none}
nav a{display:inline-block;padding:.5rem .9rem;border:1px solid var(--line);border-radius:.3rem}
a{color:var(--accent)}
a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
section+section{margin-top:2.5rem;padding-top:1.5rem;border-top:2px solid var(--accent)}
.office{margin:0;color:var(--mute);font-weight:600}
h1{margin:.2rem 0;font-size:1.75rem;line-height:1.2}
.approved{margin:.2rem 0 1rem;color:var(--mute)}
table{width:100%;margin:0 0 1.5rem;border-collapse:collapse}
caption{padding:.4rem 0;font-size:1.2rem;font-weight:700;text-align:left}
caption::first-letter{text-transform:uppercase}
th,td{padding:.45rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:break-word}
thead th{background:var(--tint);border-top:2px solid var(--accent);border-bottom:2px solid var(--accent)}
tbody th b,tbody th span,td b,td span{display:block}
tbody th span,td span{font-weight:400}
tbody{border-bottom:2px solid var(--line)}
.hours,.room{white-space:nowrap;font-weight:600}
.block th{background:var(--tint)}
sup{font-size:.75em}
.foot p{margin:.35rem 0}
.source{color:var(--mute);font-size:.95rem}
@media (max-width:40rem){
body{font-size:1rem}
h1{font-size:1.4rem}
table,caption,tbody,tr,th,td{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody{padding:.5rem 0}
th,td{border:0;padding:.1rem 0}
.block th{padding:.4rem .5rem}
td.hours::before,td.room::before{content:attr(data-name) ": ";font-weight:400}
}
@media print{
:root{color-scheme:light;--ink:#000;--mute:#222;--line:#888;--tint:#eee;--accent:#000;--ground:#fff}
nav{display:none}
@page{margin:12mm}
html{font-size:10pt}
body{font-size:1rem}
h1{font-size:1.4rem}
th,td{padding:.3rem .5rem}
main{max-width:none;padding:0}
tbody,tr{break-inside:avoid}
thead{display:table-header-group}
section+section{break-before:page;border:0;margin:0;padding:0}
}
`
