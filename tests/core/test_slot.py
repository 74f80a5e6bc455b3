import threading
import time

from engine.core.slot import Policy, Slot


def test_the_newest_wins_and_drops_are_counted():
    slot: Slot[int] = Slot()
    for item in (1, 2, 3):
        assert slot.put(item)
    assert slot.get(0) == 3
    assert slot.get(0) is None
    assert slot.dropped == 2


def test_waiting_hands_every_item_over_in_order():
    slot: Slot[int] = Slot(Policy.WAIT)
    items = list(range(200))

    def produce() -> None:
        for item in items:
            slot.put(item)
        slot.close()

    producer = threading.Thread(target=produce)
    producer.start()
    taken = []
    while (item := slot.get()) is not None:
        taken.append(item)
    producer.join()
    assert taken == items
    assert slot.drained
    assert slot.dropped == 0


def test_close_wakes_a_waiting_consumer_and_a_waiting_producer():
    empty: Slot[int] = Slot()
    full: Slot[int] = Slot(Policy.WAIT)
    full.put(1)
    answers: list[object] = []
    threads = [
        threading.Thread(target=lambda: answers.append(empty.get())),
        threading.Thread(target=lambda: answers.append(full.put(2))),
    ]
    for thread in threads:
        thread.start()
    time.sleep(0.05)
    empty.close()
    full.close()
    for thread in threads:
        thread.join(2)
        assert not thread.is_alive()
    assert sorted(map(str, answers)) == ["False", "None"]


def test_what_lies_in_a_closed_slot_is_still_handed_over_unless_discarded():
    kept: Slot[int] = Slot()
    kept.put(1)
    kept.close()
    assert not kept.drained
    assert kept.get() == 1
    assert kept.drained
    gone: Slot[int] = Slot()
    gone.put(1)
    gone.close(discard=True)
    assert gone.get() is None
