"""The claims desk: all claims of the project as a list."""

from .desk import ClaimsDesk

__all__ = ["ClaimsDesk"]
