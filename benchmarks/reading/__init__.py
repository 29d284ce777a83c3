"""How fast raw pages are read: pages a second of processor time, by format, and where it goes."""
