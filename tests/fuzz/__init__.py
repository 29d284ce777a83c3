"""Fuzzing of what reads strangers' bytes: mutated seeds in, no crash and no lost word out.

`python -m tests.fuzz --seconds 600` runs for as long as it is told and prints how many inputs it
tried; the test suite tries a few hundred.
"""
