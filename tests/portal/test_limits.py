"""One visitor cannot take what is for all, and nothing is kept of who asked."""

from hypothesis import given
from hypothesis import strategies as st

from portal.limits import BURST_SECONDS, Limits

ONE, OTHER = "192.0.2.1", "192.0.2.2"


class Clock:
    """Time as a test wants it."""

    def __init__(self) -> None:
        """Begin at nought."""
        self.now = 0.0

    def __call__(self) -> float:
        """Return the time, in seconds."""
        return self.now


def refusals(limits: Limits, address: str, count: int) -> int:
    """Ask ``count`` times at a cost of one and return how often the answer was to wait."""
    return sum(limits.wait(address, 1) > 0 for _ in range(count))


def test_a_burst_is_allowed_then_the_rate() -> None:
    """Five seconds' worth at once; then as many a second as were promised."""
    clock = Clock()
    limits = Limits(10, clock=clock)
    assert refusals(limits, ONE, 10 * BURST_SECONDS + 3) == 3
    clock.now += 1
    assert refusals(limits, ONE, 12) == 2


def test_whoever_is_refused_is_told_how_long_to_wait() -> None:
    """And that is enough."""
    clock = Clock()
    limits = Limits(10, clock=clock)
    refusals(limits, ONE, 50)
    wait = limits.wait(ONE, 2)
    assert 0 < wait <= 0.2
    clock.now += wait
    assert limits.wait(ONE, 2) == 0


def test_one_visitor_s_flood_is_nothing_to_another() -> None:
    """Each has a bucket of their own."""
    limits = Limits(10, clock=Clock())
    refusals(limits, ONE, 1_000)
    assert refusals(limits, OTHER, 10) == 0


def test_a_household_is_one_visitor() -> None:
    """An IPv6 network of 64 bits; an IPv4 address written as IPv6 is that address."""
    limits = Limits(10, clock=Clock())
    refusals(limits, "2001:db8::1", 50)
    refusals(limits, ONE, 50)
    assert limits.wait("2001:db8::ffff", 1) > 0
    assert limits.wait("2001:db8:0:1::1", 1) == 0
    assert limits.wait(f"::ffff:{ONE}", 1) > 0


def test_the_machine_itself_and_the_unknown_are_never_refused() -> None:
    """Checks, proxies that do not say who asks, a socket without an address."""
    limits = Limits(1, clock=Clock())
    assert refusals(limits, "127.0.0.1", 100) == refusals(limits, "::1", 100) == 0
    assert refusals(limits, "testclient", 100) == 0
    assert len(limits) == 0


def test_without_a_rate_nobody_is_refused() -> None:
    """PORTAL_RATE=0 leaves it to a server in front."""
    assert refusals(Limits(0), ONE, 1_000) == 0


def test_something_dearer_than_a_full_bucket_can_still_be_had() -> None:
    """By whoever has not asked for a while."""
    limits = Limits(1, clock=Clock())
    assert limits.wait(ONE, 10) == 0
    assert limits.wait(ONE, 1) > 0


@given(st.lists(st.ip_addresses().map(str), max_size=200))
def test_memory_is_bounded_whoever_asks(addresses: list[str]) -> None:
    """And no address is in it."""
    limits = Limits(10, most=50)
    for address in addresses:
        limits.wait(address, 1)
    assert len(limits) <= 50
    assert not set(addresses) & {str(key) for key in vars(limits)["_buckets"]}
