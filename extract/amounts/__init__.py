"""What stands around a number: words of exactness, units and currencies, and what shows it to count nothing."""
