"""Entities across articles: which chains of mentions name one person, body, place or group."""

from newsledger.link.entities.link import link_entities

__all__ = ["link_entities"]
