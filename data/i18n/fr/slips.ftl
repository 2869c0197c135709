# Bons de sortie, pouvoirs de signature, virements.

