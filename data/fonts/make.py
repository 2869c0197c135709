#!/usr/bin/env python3
"""Makes the files of this folder: the fonts of the papers, cut down to the letters they need, and the grey that is
named in them.

    apt-get install fonts-noto-core fonts-noto-extra && pip install fonttools && python3 data/fonts/make.py

The same fonts and the same fonttools give the same bytes.
"""

import pathlib
import struct

from fontTools import subset, ttLib
from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

HERE = pathlib.Path(__file__).parent
NOTO = pathlib.Path("/usr/share/fonts/truetype/noto")
FONTS = {"regular.ttf": "NotoSans-SemiCondensed.ttf", "bold.ttf": "NotoSans-SemiCondensedBold.ttf"}

# Latin with all that African languages add to it, signs, arrows, currencies, and the sign for a missing letter
LETTERS = """
0020-007E 00A0-024F 0250-0259 025B 0260 0263 0268 0269 026B 0272 0275 0282 0283 0289 028A 028B 028C 0292
02BB 02BC 02C0 0300-0304 0306-030C 0323 0324 0325 0327 0328 032D 0330 0331 1E00-1EFF
2010-2015 2018-201E 2020-2022 2026 2030 2032 2033 2039 203A 2044 2070 2074-2079 2080-2089 20A6 20AC 20B5
2116 2122 25CC A78B A78C FFFD
"""
# signs that the font lacks, taken over from its sisters
SIGNS = {"NotoSansMath-Regular.ttf": "−≤≥≠≈←→↑↓", "NotoSansSymbols2-Regular.ttf": "✓✗☐☑"}


def cut(source, target):
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.recalc_timestamp = False
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(",".join(LETTERS.split())))
    subsetter.subset(font)
    for sister, signs in SIGNS.items():
        take_over(font, ttLib.TTFont(NOTO / sister), signs)
    subset.save_font(font, target, options)


def take_over(font, sister, signs):
    glyphs, names = sister.getGlyphSet(), sister.getBestCmap()
    for sign in signs:
        name = f"uni{ord(sign):04X}"
        pen = TTGlyphPen(None)
        glyphs[names[ord(sign)]].draw(DecomposingFilterPen(pen, glyphs))
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["glyf"][name] = glyph
        font["hmtx"][name] = sister["hmtx"][names[ord(sign)]]
        for table in font["cmap"].tables:
            table.cmap[ord(sign)] = name


def grey():
    """An ICC profile of version 2 for grey with a gamma of 2.2: what PDF/A wants to be named as output."""

    def s15(*numbers):
        return b"".join(struct.pack(">i", round(n * 65536)) for n in numbers)

    name = b"Grey 2.2\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67),
        b"cprt": b"text\0\0\0\0No copyright\0",
        b"wtpt": b"XYZ \0\0\0\0" + s15(0.9642, 1.0, 0.8249),
        b"kTRC": b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)),
    }
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    header = struct.pack(">I4sI4s4s4s", at + len(body), b"\0\0\0\0", 0x02100000, b"mntr", b"GRAY", b"XYZ ")
    header += struct.pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4)
    header += s15(0.9642, 1.0, 0.8249)
    header += bytes(128 - len(header))
    return header + struct.pack(">I", len(tags)) + table + body


for target, source in FONTS.items():
    cut(str(NOTO / source), str(HERE / target))
(HERE / "grey.icc").write_bytes(grey())
