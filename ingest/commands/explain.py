"""``--explain FILE``: tell how each line of one raw file was read, and why.

Choices enter, an exit status leaves. Used by `ingest.cli`.
"""

import argparse
from pathlib import Path

from ingest.commands.console import ALL_WELL, WRONG_USE, Streams, print_json, say
from ingest.telling.explained import write_explanation
from ingest.telling.explaining import explain_file, explanation_to_json
from ingest.updating.reading import raw_bytes
from ingest.updating.scan import VOCABULARY
from ingest.vocabulary import load_vocabulary


def explain(choices: argparse.Namespace, streams: Streams) -> int:
    """Tell how each line of one raw file was read; no library and no other page is looked at."""
    file: Path = choices.explain
    folder: Path = choices.raw or file.parent
    source = file.relative_to(folder) if file.is_relative_to(folder) else Path(file.name)
    vocabulary = load_vocabulary(folder / VOCABULARY)
    try:
        raw = raw_bytes(file)
    except OSError as error:
        reason = f"{file}: the file cannot be read ({error.strerror})"
        return say(reason, streams, WRONG_USE)
    explanation = explain_file(raw, source.as_posix(), vocabulary)
    if choices.json:
        print_json(explanation_to_json(explanation), streams)
    else:
        streams.out.write(write_explanation(explanation))
    return ALL_WELL
