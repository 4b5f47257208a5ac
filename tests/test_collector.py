"""The collector is paused in a block, and is afterwards as it was."""

from __future__ import annotations

import gc

import pytest

from newsledger.collector import paused


def test_it_is_as_before_when_the_block_ends_or_fails() -> None:
    with paused(), paused():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError), paused():
        raise ValueError
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
