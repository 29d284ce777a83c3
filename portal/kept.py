"""What the portal holds of its visitors, said by the code that holds it and shown at /privacy.

Whatever keeps anything about visits has a method or a constant that gives a Kept; `portal.app`
gathers them. A list of them leaves.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is held: what exactly, what for, where, and how long."""

    what: str
    purpose: str
    where: str
    until: str
