# Payment slips, signing powers, transfers.

