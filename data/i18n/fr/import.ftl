# import
import-kind-archive = une archive de fichiers
import-kind-binary = un fichier d’un autre programme
import-kind-book = un fichier d’Ushirika
import-kind-document = un document de texte ou une présentation
import-kind-json = des données en JSON
import-kind-page = une page web ou un fichier XML
import-kind-pdf = un document PDF
import-kind-picture = une image
import-kind-xlsb = un classeur en format binaire (XLSB)

err-import-bytes = Le fichier dépasse { $limit } Mo. N’y gardez que la liste, ou divisez-la.
err-import-broken = Le fichier « { $file } » est endommagé. Ouvrez-le dans un tableur, enregistrez-le à nouveau et importez ce dernier.
err-import-cancelled = Abandonné ; rien n’a été modifié.
err-import-empty = Le fichier « { $file } » est vide.
err-import-kind = Le fichier « { $file } » est { $kind } et non une liste. Enregistrez la liste en CSV, XLSX ou ODS et importez celle-ci.
err-import-locked = Le fichier est protégé par un mot de passe. Ouvrez-le dans un tableur, enregistrez-le sans mot de passe et importez ce dernier.
err-import-no-surname = Aucune colonne n’est lue comme nom ou comme numéro de membre. Choisissez celle qui le contient.
err-import-sheet = Le fichier n’a pas de feuille « { $sheet } ». Il contient : { $known }.
err-import-size = Le tableau est trop grand : { $lines } lignes et { $cells } cellules sont lues au plus. Supprimez ce qui n’appartient pas à la liste, ou divisez-la.
err-import-total = Cette ligne semble être un total et non un membre.

err-import-map-date = « { $text } » n’est pas un ordre de dates ; écrivez dmy, mdy ou ymd.
err-import-map-decimal = « { $text } » n’est pas un signe décimal ; écrivez "," ou ".".
err-import-map-field = Le champ « { $text } » n’existe pas. Les champs sont : { $known }.
err-import-map-form = Le fichier de correspondance ne peut être lu à la ligne { $line } : { $reason }
err-import-map-heading = La liste n’a pas de colonne « { $heading } ». Elle contient : { $known }.
err-import-map-twice = Le champ « { $field } » est attribué à deux colonnes.

warn-import-fault = La cellule contient l’erreur { $text } du tableur ; elle compte comme vide.
warn-import-phone = De « { $text } », { $phone } est retenu.
warn-import-serial = « { $text } » est un jour tel que les tableurs les comptent : { $day } est gardé.
warn-import-year = Seule l’année est connue (« { $text } ») : { $day } est noté.

# L’écran d’une importation
import-reading = Lecture du fichier…
import-wait = Le fichier est encore en lecture ; Échap abandonne.
import-one-sheet = Le fichier n’a qu’une feuille.
import-nothing = Il n’y a rien à écrire.
import-lines = { $count ->
    [one] 1 ligne
   *[other] { $count } lignes
}
import-hidden = masquée
import-counts = nouveaux { $new }  modifiés { $changed }  identiques { $same }  refusés { $refused }
import-write-members = { $count ->
    [one] F2 écrit 1 ligne en une seule opération, comme membre.
   *[other] F2 écrit { $count } lignes en une seule opération, comme membres.
}
import-write-applicants = { $count ->
    [one] F2 écrit 1 ligne en une seule opération, comme candidat.
   *[other] F2 écrit { $count } lignes en une seule opération, comme candidats.
}
import-row-look = Une ligne
import-row-name = la ligne { $row }
import-row = ligne
import-outcome = résultat
import-what = quoi
import-done = { $count ->
    [one] Une ligne est écrite ; u la défait.
   *[other] { $count } lignes sont écrites en une seule opération ; u la défait.
}{ $refused ->
    [0] {""}
    [one] {" "}Une ligne refusée n’y est pas.
   *[other] {" "}{ $refused } lignes refusées n’y sont pas.
}
import-alike = ressemble à { $name } ({ $why })

rows-all = Toutes les lignes
rows-new = Nouvelles
rows-changed = Modifiées
rows-same = Identiques
rows-refused = Refusées
row-new = nouveau
row-changed = modifié
row-same = identique
row-refused = refusé
row-left-out = écarté

column-nothing = écartée
column-heading = colonne du fichier
column-field = champ
column-sample = contenu

# Meanings of columns that are kept
import-mapping = colonnes : « { $name } » (enregistrées)
field-mapping = Nom
hint-mapping = Liste de Solange, fiche de la fédération…
mapping-replaces = « { $name } » existe déjà et serait remplacé.
mapping-saved = Enregistré : « { $name } » sera reconnu quand ces en-têtes reviennent.
mapping-forgotten = « { $name } » n’est plus gardé.
mapping-none = Aucune colonne enregistrée ; s enregistre celles-ci.
mapping-columns = { $count ->
    [one] 1 colonne
   *[other] { $count } colonnes
}
