"""How a broken promise is told."""


class FuzzingError(AssertionError):
    """An input broke a promise; the message says which."""


def promise(holds: bool, broken: str) -> None:
    """Raise a FuzzingError that says ``broken`` unless it ``holds``."""
    if not holds:
        raise FuzzingError(broken)
