"""The widget kit: small parts that take plain data, paint themselves from the theme and know nothing of a project.

Rules that hold for all of them:
- a signal is emitted for what a person did, never for what the program set;
- sizes follow the text scale and a change of theme by themselves;
- each has an accessible name and works by keyboard; give it an `objectName` where a page makes it.

What is where: `buttons` Button and IconButton · `segmented` SegmentedControl · `tick_box` TickBox · `option_card`
OptionCard · `choice_box` ChoiceBox · `chip` Chip, ChipButton, paint_chip · `code_card` CodeCard · `group_header`
GroupHeader · `key_cap` KeyCap, GroupCap · `rail` Rail · `card` Card · `labels` Label, Icon, Line · `layouts` Column,
Row, Flow · `empty_state` EmptyState · `toast` Toast · `clear_cross` ClearCross ·
`status_line` StatusLine · `progress_ring` ProgressRing · `avatar`
Avatar, PersonButton · `question` ask · `focus_ring` FocusRing · `pattern` paint_pattern · `announce` announce.
"""

from __future__ import annotations
