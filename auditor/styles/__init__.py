"""Styles that people bring, in Vale's format: loaded as they are, and written for Vale to use."""

from auditor.styles.folder import load_styles as load_styles
from auditor.styles.style import NO_STYLES as NO_STYLES
from auditor.styles.style import Styles as Styles
