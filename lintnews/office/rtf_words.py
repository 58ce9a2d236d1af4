"""The control words of RTF that say what is copy: groups in and out, ends of paragraphs, characters by name, code pages."""

from __future__ import annotations

#: Groups of which nothing is printed in the text.
OUT = frozenset(
    "fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf listtext pntext pn xe tc"
    " rxe txe nonesttables fldinst themedata colorschememapping datastore latentstyles xmlnstbl generator annotation atnid atnauthor"
    " atnref atndate atnparent atrfstart atrfend objdata objclass shprslt sp bkmkstart bkmkend listtable listoverridetable rsidtbl"
    " revtbl filetbl ftnsep ftnsepc aftnsep aftnsepc".split()
)
#: Groups of which the copy is read, also where they are marked as such that an old program may leave out.
KEPT = frozenset("footnote shpinst shp shptxt shpgrp dptxbxtext fldrslt field result object nesttableprops".split())
#: What ends a paragraph (nothing), or stands for white space in it.
BREAKS = {
    **dict.fromkeys("par cell nestcell row nestrow sect page column".split(), ""),
    "line": "\n", "tab": "\t",
}  # fmt: skip
CHARACTERS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "zwnj": "\u200c", "zwj": "\u200d",
}  # fmt: skip
#: The code page of a font's character set, by its number.
CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
