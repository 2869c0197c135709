# Ce que disent les règles du domaine : ce qui ne va pas, et ce qui conviendrait.

err-surname = Le nom manque ; tout le reste peut rester vide.
err-long = Ce texte a { $length } caractères ; il y a place pour { $longest }.
err-number = « { $text } » n’est pas un numéro de membre. Un numéro n’a que des chiffres : 147 ou 0147.
err-sex = « { $text } » n’est pas un sexe. Écrivez F ou M.
err-status = « { $text } » n’est pas un statut. Écrivez candidat, actif, suspendu, démissionnaire, exclu ou décédé.
err-id-type = « { $text } » n’est pas une pièce d’identité. Écrivez électeur, identité, passeport, permis, naissance, attestation, témoins ou autre.
err-field = « { $text } » n’est pas une rubrique de la fiche de membre.
err-work = « { $text } » n’est pas un travail connu. Essayez creuseur, laveuse, transporteur, chef de puits…
err-why = « { $text } » n’est pas un motif de ressemblance.
err-role = « { $text } » n’est pas un rôle. Écrivez admin, secretary, treasurer, clerk ou auditor.
err-country = « { $text } » n’est pas un pays de ce programme. Écrivez CD (RD Congo), SL (Sierra Leone), CI (Côte d’Ivoire), CF (Centrafrique), GN (Guinée) ou GH (Ghana).
err-legal-form = « { $text } » n’est pas une forme juridique. Écrivez scoops (simplifiée), coopca (avec conseil) ou other (autre).
err-currency = « { $text } » n’est pas une devise de ce programme. Choisissez parmi { $known }.

err-day-none = { $month ->
    [2] Il n’y a pas de { $day } février { $year }.
    [4] Il n’y a pas de { $day } avril.
    [6] Il n’y a pas de { $day } juin.
    [9] Il n’y a pas de { $day } septembre.
    [11] Il n’y a pas de { $day } novembre.
   *[other] Il n’y a pas de jour { $day }.
}
err-day-month = Il n’y a pas de mois { $month }. Le jour vient d’abord, puis le mois : 31/5/1993.
err-day-year = L’année { $year } n’est pas possible. Écrivez quatre chiffres, par exemple 1993.
err-day-form = « { $text } » n’est pas une date. Écrivez 31/5/1993, 310593, 1993-05-31, t pour aujourd’hui, 3j pour trois jours plus tôt.
err-day-future = Le { $day } n’est pas encore venu.

err-birth-form = « { $text } » n’est pas une date de naissance. Une année seule (1993) ou un âge (33 ans) suffit.
err-birth-future = « { $text } » est postérieur à aujourd’hui.
warn-birth-old = Cela fait { $age } ans. Est-ce exact ?
warn-minor = { $age } ans seulement : le code minier n’admet que des majeurs.
warn-id-expired = La pièce d’identité a expiré le { $day }.
err-joined-before-birth = Entré le { $day }, avant d’être né.

err-phone-national = « { $text } » a { $digits } chiffres après le 0 ; un numéro de ce pays en a { $length }.
err-phone-letters = « { $text } » n’est pas un numéro de téléphone : il n’a que des chiffres, des espaces et +.
err-phone-length = « { $text } » a { $digits ->
    [one] un chiffre
   *[other] { $digits } chiffres
} ; un numéro de téléphone en a de 6 à 15.
err-amount = « { $text } » n’est pas un montant. Écrivez 1 234,50, 1234.50 ou 40 USD.
err-amount-decimals = { $currency } s’écrit { $decimals ->
    [0] sans décimales.
   *[other] avec { $decimals } décimales au plus.
}
warn-card-expired = La carte a expiré le { $day }.
warn-validated-early = Validée avant l’adhésion : vérifiez les deux dates.
warn-shares-paid = Plus de parts payées que souscrites : vérifiez.
warn-children = Plus d’enfants à l’école que de personnes à charge : vérifiez.
err-choice = « { $text } » n’est pas dans la liste. Choisissez dans la liste.
err-year = « { $text } » n’est pas une année de 1900 à { $last }.
err-count = « { $text } » n’est pas un nombre entier de 0 à { $most }.
err-degrees = « { $text } » : écrivez des degrés de 0 à { $most }, par exemple -6,1361 ou 6,1361 S.

err-name-sign = « { $name } » n’est pas un nom : il faut une lettre ou un chiffre.
err-required = Remplissez « { $field } ».
err-day-order = Ceci précède le { $day } ; vérifiez les deux dates.
