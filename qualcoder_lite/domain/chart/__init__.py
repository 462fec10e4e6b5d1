"""The framework chart: its cells, and the chart as it is handed out."""
