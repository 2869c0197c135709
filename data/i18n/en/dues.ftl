# Amounts owed: schedules, waivers, arrears, shares.

