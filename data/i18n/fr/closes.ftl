# Comptages, arrêtés, contrôle.

