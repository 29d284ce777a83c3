"""How much one visitor may ask for: a bucket of tokens each, refilled at an even rate.

A visitor's network address and the cost of a request enter; the seconds to wait leave, 0 if it may
go on. No address is kept: what is, is a keyed hash of the network that a provider gives one
household, and it is gone when the process ends. The key is drawn anew in each process, so hashes
tell nobody anything. A bounded number of buckets is held; the one longest unused makes room.
"""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import ip_address, ip_network
from threading import Lock

from portal.kept import Kept

MOST_VISITORS = 20_000
"""Buckets held at once, some 4 MB. Who asks from more networks than that is not one visitor."""

BURST_SECONDS = 5
"""Seconds of the rate that may be used at once: several people of one household, typing."""

HOUSEHOLD_BITS = 64
"""Bits of an IPv6 address that one household has from its provider (RFC 6177)."""

HASH_BYTES = 8


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled: float


class Limits:
    """The buckets of all visitors of one process; safe for threads."""

    def __init__(
        self,
        rate: float,
        *,
        most: int = MOST_VISITORS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Allow ``rate`` tokens a second, BURST_SECONDS of them at once; 0 allows everything."""
        self._rate = rate
        self._most = most
        self._clock = clock
        self._key = secrets.token_bytes(16)
        self._buckets: OrderedDict[bytes, _Bucket] = OrderedDict()
        self._lock = Lock()

    def kept(self) -> Kept:
        """Return what is held, for visitors to read."""
        return Kept(
            what="A scrambled form of the network you come from, and how much was asked for from "
            "there in the last seconds. It cannot be turned back into an address.",
            purpose="So that nobody can ask so fast that others have to wait.",
            where="In memory only.",
            until="Pushed out by later visitors; at the latest when the program is started anew.",
        )

    def __len__(self) -> int:
        """Return how many visitors are remembered."""
        return len(self._buckets)

    def wait(self, address: str, cost: float) -> float:
        """Take ``cost`` tokens of the visitor at ``address``; return the seconds until there are.

        Nothing is taken where they do not suffice, so whoever is refused is not put back further.
        A visitor at the machine itself, or one whose address is not known, is never refused.
        """
        network = self._network(address) if self._rate else None
        if network is None:
            return 0.0
        now, full = self._clock(), self._rate * BURST_SECONDS
        with self._lock:
            bucket = self._buckets.pop(network, None) or _Bucket(full, now)
            bucket.tokens = min(full, bucket.tokens + (now - bucket.filled) * self._rate)
            bucket.filled = now
            self._buckets[network] = bucket
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
            if bucket.tokens < min(cost, full):
                return (min(cost, full) - bucket.tokens) / self._rate
            bucket.tokens -= cost
            return 0.0

    def _network(self, address: str) -> bytes | None:
        try:
            parsed = ip_address(address)
        except ValueError:
            return None
        if parsed.is_loopback:
            return None
        mapped = getattr(parsed, "ipv4_mapped", None) or parsed
        bits = mapped.max_prefixlen if mapped.version == 4 else HOUSEHOLD_BITS  # noqa: PLR2004
        network = ip_network((mapped, bits), strict=False)
        return blake2b(
            network.network_address.packed, key=self._key, digest_size=HASH_BYTES
        ).digest()
