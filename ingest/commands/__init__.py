"""What the command line can be asked to do: one module a command, one function each.

Parsed choices and streams enter, an exit status leaves. `ingest.cli` imports a command when it is
asked for, so that none pays for what another needs.
"""
