"""The version of the arrays beside each segment, and how their files are called.

Constants alone, so that whoever only asks for them imports neither arrays nor Whoosh.
"""

VERSION = 5
"""Part of every file's name; whoever changes what an array holds adds one."""

SUFFIX = ".npy"
"""How the names of all its files end."""
