"""A hand-over between two stages: one slot, nothing queues."""

from __future__ import annotations

import threading
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class Policy(Enum):
    """What `put` does while the slot is full."""

    NEWEST_WINS = "newest wins"
    """Replace what is there and count a drop: delay and memory stay flat whatever stalls."""
    WAIT = "wait"
    """Wait until it was taken: every item goes through."""


class Slot(Generic[T]):
    """One slot between a producer and a consumer.

    Args:
        policy: What `put` does while the slot is full.
    """

    def __init__(self, policy: Policy = Policy.NEWEST_WINS) -> None:
        self._policy = policy
        self._changed = threading.Condition()
        self._item: T | None = None
        self._closed = False
        self._dropped = 0

    @property
    def dropped(self) -> int:
        """Items that were replaced before anybody took them."""
        return self._dropped

    @property
    def closed(self) -> bool:
        """True once nothing more can be put; an item may still lie in the slot."""
        return self._closed

    @property
    def drained(self) -> bool:
        """True once closed and empty: nothing will ever come again."""
        with self._changed:
            return self._closed and self._item is None

    def put(self, item: T) -> bool:
        """Hands an item over.

        Returns:
            False if the slot is closed, and the item was not taken.
        """
        with self._changed:
            if self._policy is Policy.WAIT:
                self._changed.wait_for(lambda: self._item is None or self._closed)
            if self._closed:
                return False
            if self._item is not None:
                self._dropped += 1
            self._item = item
            self._changed.notify_all()
            return True

    def get(self, timeout_s: float | None = None) -> T | None:
        """Takes the item, waiting for one.

        Returns:
            None when the time is over, or when the slot is closed and empty.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._item is not None or self._closed, timeout_s)
            item, self._item = self._item, None
            if item is not None:
                self._changed.notify_all()
            return item

    def close(self, *, discard: bool = False) -> None:
        """Ends the hand-over and wakes every waiter; with `discard`, what lies in the slot is gone too."""
        with self._changed:
            self._closed = True
            if discard:
                self._item = None
            self._changed.notify_all()


class Reference(Generic[T]):
    """A value that its one owner replaces and any thread reads: one reference, swapped whole and never locked.

    Args:
        value: To begin with.
    """

    def __init__(self, value: T) -> None:
        self.value = value
