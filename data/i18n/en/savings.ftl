# Savings groups and opening balances.

