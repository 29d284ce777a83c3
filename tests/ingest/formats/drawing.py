"""PDF documents drawn line by line, for tests that need to know where everything stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text at a place, in points from the lower left."""

    left: float
    bottom: float
    text: str
    size: float = 11
    bold: bool = False

    def drawn(self) -> str:
        """Return the operators that show it."""
        font = "F2" if self.bold else "F1"
        escaped = self.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"BT /{font} {self.size} Tf {self.left} {self.bottom} Td ({escaped}) Tj ET"


@dataclass(frozen=True, slots=True)
class Square:
    """A small filled square, as browsers draw bullets."""

    left: float
    bottom: float
    side: float = 3

    def drawn(self) -> str:
        """Return the operators that show it."""
        return f"{self.left} {self.bottom} {self.side} {self.side} re f"


Drawing = Words | Square


def pdf(*sheets: list[Drawing], trailer: str = "") -> bytes:
    """Return a document with these sheets, each 612 by 792 points."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(sheets)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    ]
    for number, sheet in enumerate(sheets):
        stream = "\n".join(drawing.drawn() for drawing in sheet)
        fonts = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {fonts} "
            f"/Contents {6 + 2 * number} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    raw = "%PDF-1.4\n"
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(raw))
        raw += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    raw += f"xref\n0 {count}\n0000000000 65535 f \n{table}"
    raw += (
        f"trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{raw.index('xref')}\n%%EOF"
    )
    return raw.encode("latin-1")
