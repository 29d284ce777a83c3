"""Fuzzing of whatever reads strangers' bytes: mutated seeds in, no crash and no broken promise out.

`make fuzz` runs every layer for as long as it is told and prints how many inputs it tried; the test
suite tries a few hundred of each, and every input that ever broke a promise, kept in ``found/``.
"""
