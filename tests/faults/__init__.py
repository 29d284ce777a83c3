"""Faults from outside: killed, out of room, without rights, damaged, at once, under load."""
