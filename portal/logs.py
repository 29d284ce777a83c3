"""How the portal logs: a line a record, as text or as JSON; set up at entry points only.

A format's name enters; the root logger writes to standard error afterwards. No request is logged.
"""

import json
import logging
from datetime import UTC, datetime

TEXT = "%(asctime)s %(levelname)s %(message)s"


class JsonFormatter(logging.Formatter):
    """Writes a record as one JSON object in one line, whatever it says."""

    def format(self, record: logging.LogRecord) -> str:
        """Return ``record`` as JSON: time (UTC, ISO 8601), level, logger, message, error if any."""
        written = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            written["error"] = self.formatException(record.exc_info)
        return json.dumps(written, ensure_ascii=False)


FORMATTERS = {"text": lambda: logging.Formatter(TEXT), "json": JsonFormatter}


def set_up_logging(form: str) -> None:
    """Log warnings and worse in the form called ``form``, one of FORMATTERS."""
    handler = logging.StreamHandler()
    handler.setFormatter(FORMATTERS[form]())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
