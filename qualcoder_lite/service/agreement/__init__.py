"""How far coders agree, where they differ, and what becomes of it: rounds, disagreements, meetings, figures."""
