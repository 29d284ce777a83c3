"""The likeliest run of readings over a page (Viterbi, 1967).

Gains and changes enter, a state a line leaves. Pure; for the text format only.
"""

from collections.abc import Sequence

from ingest.trees import Matrix

_FURNITURE, _HEADING, _BODY = range(3)


def best_path(
    gains: Sequence[Sequence[float]], changes: Matrix, in_list: Sequence[bool]
) -> list[int]:
    """Return the run of states, one a line, with the largest sum of gains and changes.

    Of equal ways to a state the one from the lowest state is taken. Plain numbers, and no loop over
    the three states: each step needs the one before, and as arrays they would cost ten times as
    much.

    Args:
        gains: One row a state: what each line gains by being in it.
        changes: What a line gains by its state and that of the line above, (kind, above, below).
        in_list: For each line but the first, which of the two kinds of change leads to it.
    """
    kinds = [tuple(weight for above in kind for weight in above) for kind in changes.tolist()]
    rows = zip(*(row[1:] for row in gains), in_list, strict=True)
    furniture, heading, body = (row[0] for row in gains)
    steps: list[tuple[int, int, int]] = []
    for gain_f, gain_h, gain_b, listed in rows:
        ff, fh, fb, hf, hh, hb, bf, bh, bb = kinds[listed]
        best_f, from_f = furniture + ff, _FURNITURE
        best_h, from_h = furniture + fh, _FURNITURE
        best_b, from_b = furniture + fb, _FURNITURE
        if (other := heading + hf) > best_f:
            best_f, from_f = other, _HEADING
        if (other := heading + hh) > best_h:
            best_h, from_h = other, _HEADING
        if (other := heading + hb) > best_b:
            best_b, from_b = other, _HEADING
        if (other := body + bf) > best_f:
            best_f, from_f = other, _BODY
        if (other := body + bh) > best_h:
            best_h, from_h = other, _BODY
        if (other := body + bb) > best_b:
            best_b, from_b = other, _BODY
        steps.append((from_f, from_h, from_b))
        furniture, heading, body = best_f + gain_f, best_h + gain_h, best_b + gain_b
    last = (furniture, heading, body)
    state = last.index(max(last))
    path = [state]
    for step in reversed(steps):
        state = step[state]
        path.append(state)
    return path[::-1]
