//! What the heading of a column means: words of English and French lists, as data.
//!
//! A heading is folded, its fillers (`de`, `of` …) dropped and words of one meaning made one (`tél`, `GSM`, `mobile`),
//! so that a short table of patterns understands the many ways in which lists are headed.

use crate::domain::{
    fold::fold,
    member::{Field, IdType},
};

/// What a heading stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A field.
    Field(Field),
    /// A number that identifies the member in the list's own register.
    Register,
    /// A bare number: that of the line, or of the member.
    Bare,
}

/// Headings that mention one of these are about something or somebody else.
const OTHERS: &str = "pere mere father mother conjoint conjointe epoux epouse spouse husband wife heritier heritiers heir \
     heirs kin proche urgence emergency enqueteur enumerator agent temoin parrain tuteur enfant enfants children banque \
     bank email mail courriel photo signature empreinte montant amount solde dette prix frais droit droits fee cotisation \
     part parts share shares civil matrimonial matrimoniale marital chef leader compte account observateur creuseur \
     exploitant cami saemape";

/// Words that say nothing in a heading.
const FILLERS: &str = "le la les l de du des d of the a au aux en et and s e es your votre un une par in on at ou or je \
     complete concerne";

/// Words of one meaning, the one used in [`PATTERNS`] first.
const SAME: &[&str] = &[
    "numero n no nr num numeros number nber nos nbr",
    "telephone tel tels telephones phone phones gsm mobile mobiles cell cellphone cellulaire portable whatsapp tph",
    "nom noms name names",
    "prenom prenoms forename forenames firstname givenname givennames given",
    "postnom postnoms postname middlename",
    "sexe sex genre gender",
    "naissance birth birthdate birthday dob ddn born",
    "date dates jour day",
    "age ages",
    "lieu place endroit lieux",
    "village villages localite locality suburb town city ville quartier",
    "site sites chantier chantiers carriere carrieres puits pit pits mine mines quarry zea",
    "fonction fonctions role roles activite activites metier metiers occupation profession job poste travail work tache",
    "adhesion admission entree inscription affiliation joined joining admitted enrolment enrollment registration \
     enregistrement integration registered",
    "expiration expire expires expiry expired validite valide valid valable",
    "delivrance delivre delivree issue issued emission emis",
    "carte card cartes",
    "piece document papier",
    "identite identity identification",
    "electeur electorale electoral voter electrice",
    "note notes observation observations obs remarque remarques remark remarks comment comments commentaire commentaires \
     mention",
    "statut status etat situation state",
    "surnom alias sobriquet nickname dit pseudo pseudonyme",
    "matricule matricules registre register",
    "membre membres member members adherent adherents associe cooperateur",
    "ancien ancienne anciens old former previous precedent",
    "type nature genre kind",
    "residence domicile adresse address",
    "complet full complets whole",
];

/// Two words that are one.
const PAIRS: &[(&str, &str)] = &[
    ("whats app", "telephone"),
    ("post nom", "postnom"),
    ("post noms", "postnom"),
    ("post name", "postnom"),
    ("middle name", "postnom"),
    ("given name", "prenom"),
    ("given names", "prenom"),
    ("first name", "prenom"),
    ("first names", "prenom"),
    ("last name", "surname"),
    ("family name", "surname"),
    ("nom famille", "surname"),
    ("nom de famille", "surname"),
    ("known as", "surnom"),
    ("d d n", "naissance"),
    ("ne e le", "naissance"),
    ("nee le", "naissance"),
    ("ne le", "naissance"),
    ("ne e a", "lieu naissance"),
    ("nee a", "lieu naissance"),
    ("ne a", "lieu naissance"),
    ("delivre e a", "lieu delivrance"),
    ("delivree a", "lieu delivrance"),
    ("delivre a", "lieu delivrance"),
    ("issued at", "lieu delivrance"),
    ("issued in", "lieu delivrance"),
    ("soc sec", "social"),
    ("social security", "social"),
];

use Meaning::{Bare, Field as F, Register};

/// Words that a heading must have, in any order; `=` in front: these and no others. The most words win, then the
/// earlier line. `None` means something that is not recorded.
const PATTERNS: &[(&str, Option<Meaning>)] = &[
    ("lieu date naissance", Some(F(Field::Birth))),
    ("lieu naissance", None),
    ("naissance", Some(F(Field::Birth))),
    ("age", Some(F(Field::Birth))),
    ("=surname", Some(F(Field::Surname))),
    ("surname", Some(F(Field::Surname))),
    ("=nom", Some(F(Field::Surname))),
    ("nom complet", Some(F(Field::Surname))),
    ("nom membre", Some(F(Field::Surname))),
    ("nom postnom prenom", Some(F(Field::Surname))),
    ("nom postnom", Some(F(Field::Surname))),
    ("nom prenom", Some(F(Field::Surname))),
    ("fullname", Some(F(Field::Surname))),
    ("=lastname", Some(F(Field::Surname))),
    ("postnom", Some(F(Field::PostName))),
    ("prenom", Some(F(Field::GivenName))),
    ("surnom", Some(F(Field::KnownAs))),
    ("sexe", Some(F(Field::Sex))),
    ("=m f", Some(F(Field::Sex))),
    ("=h f", Some(F(Field::Sex))),
    ("telephone", Some(F(Field::Phone))),
    ("=contact", Some(F(Field::Phone))),
    ("=contacts", Some(F(Field::Phone))),
    ("telephone contact", Some(F(Field::Phone))),
    ("village", Some(F(Field::Village))),
    ("=residence", Some(F(Field::Village))),
    ("village residence", Some(F(Field::Village))),
    ("lieu residence", Some(F(Field::Village))),
    ("lieu fonction", Some(F(Field::Site))),
    ("lieu exploitation", Some(F(Field::Site))),
    ("site fonction", Some(F(Field::Site))),
    ("site", Some(F(Field::Site))),
    ("numero adhesion", Some(Register)),
    ("adhesion", Some(F(Field::JoinedOn))),
    ("fonction", Some(F(Field::Role))),
    ("expiration piece", Some(F(Field::IdExpiresOn))),
    ("expiration carte", Some(F(Field::IdExpiresOn))),
    ("expiration", Some(F(Field::IdExpiresOn))),
    ("type piece", Some(F(Field::IdType))),
    ("type carte", Some(F(Field::IdType))),
    ("type id", Some(F(Field::IdType))),
    ("id type", Some(F(Field::IdType))),
    ("lieu delivrance", Some(F(Field::IdPlace))),
    ("lieu piece", Some(F(Field::IdPlace))),
    ("date delivrance", None),
    ("delivrance", None),
    ("carte membre", Some(Register)),
    ("numero carte", Some(F(Field::IdNumber))),
    ("numero piece", Some(F(Field::IdNumber))),
    ("numero electeur", Some(F(Field::IdNumber))),
    ("numero identite", Some(F(Field::IdNumber))),
    ("piece identite", Some(F(Field::IdNumber))),
    ("carte identite", Some(F(Field::IdNumber))),
    ("carte electeur", Some(F(Field::IdNumber))),
    ("numero national", Some(F(Field::IdNumber))),
    ("national id", Some(F(Field::IdNumber))),
    ("id numero", Some(F(Field::IdNumber))),
    ("passeport", Some(F(Field::IdNumber))),
    ("passport", Some(F(Field::IdNumber))),
    ("social", Some(F(Field::IdNumber))),
    ("electeur", Some(F(Field::IdNumber))),
    ("=carte", Some(F(Field::IdNumber))),
    ("=piece", Some(F(Field::IdNumber))),
    ("=nin", Some(F(Field::IdNumber))),
    ("=nni", Some(F(Field::IdNumber))),
    ("=cni", Some(F(Field::IdNumber))),
    ("ancien numero", Some(F(Field::FormerNumber))),
    ("ancien matricule", Some(F(Field::FormerNumber))),
    ("numero membre", Some(Register)),
    ("membre id", Some(Register)),
    ("code membre", Some(Register)),
    ("matricule", Some(Register)),
    ("=numero", Some(Bare)),
    ("=id", Some(Bare)),
    ("=numero ordre", Some(Bare)),
    ("=ordre", Some(Bare)),
    ("statut", Some(F(Field::Status))),
    ("note", Some(F(Field::Note))),
];

/// The weight of a heading that the export wrote.
pub(super) const CERTAIN: usize = 9;

/// What a heading means, and how many of its words say so; `None` when nobody knows, or it is not recorded.
pub fn meaning(heading: &str) -> Option<(Meaning, usize)> {
    // the export's own headings
    if let Some(field) = Field::ALL.iter().find(|f| **f != Field::Number && f.code() == heading.trim()) {
        return Some((F(*field), CERTAIN));
    }
    let words = words(heading);
    let words: Vec<&str> = words.split(' ').filter(|w| !w.is_empty()).collect();
    if words.is_empty() || words.iter().any(|w| OTHERS.split_whitespace().any(|other| other == *w)) {
        return None;
    }
    let mut best: Option<(Option<Meaning>, usize)> = None;
    for (pattern, meaning) in PATTERNS {
        let (pattern, alone) = pattern.strip_prefix('=').map_or((*pattern, false), |p| (p, true));
        let count = pattern.split(' ').count();
        let has_all = pattern.split(' ').all(|word| words.contains(&word));
        if has_all && (!alone || count == words.len()) && best.is_none_or(|(_, most)| count > most) {
            best = Some((*meaning, count));
        }
    }
    best.and_then(|(meaning, count)| Some((meaning?, count)))
}

/// The kind of identity paper that the heading of its number names.
pub fn paper(heading: &str) -> Option<IdType> {
    let words = words(heading);
    let has = |word: &str| words.split(' ').any(|w| w == word);
    match () {
        () if has("electeur") => Some(IdType::Voter),
        () if has("passeport") || has("passport") => Some(IdType::Passport),
        () if has("permis") || has("driving") => Some(IdType::Driving),
        () if has("national") || has("nationale") || has("cni") || has("nin") || has("nni") => Some(IdType::National),
        () if has("carte") && has("identite") => Some(IdType::National),
        () => None,
    }
}

/// The words of a heading that say something, each in the form used in [`PATTERNS`].
fn words(heading: &str) -> String {
    let mut spaced = String::with_capacity(heading.len() + 8);
    let mut lower = false;
    for c in heading.chars().take(200) {
        match c {
            '\'' | '’' | '°' | 'º' | '_' => spaced.push(' '),
            '#' => spaced.push_str(" numero "),
            _ => {
                // DateNaissance
                if lower && c.is_uppercase() {
                    spaced.push(' ');
                }
                spaced.push(c);
            }
        }
        lower = c.is_lowercase();
    }
    let mut folded = format!(" {} ", fold(&spaced));
    for (pair, one) in PAIRS {
        folded = folded.replace(&format!(" {pair} "), &format!(" {one} "));
    }
    let known = folded.split_whitespace().filter(|word| !FILLERS.split_whitespace().any(|f| f == *word));
    let one = known.map(|word| {
        let same = SAME.iter().find(|same| same.split_whitespace().any(|s| s == word));
        same.and_then(|same| same.split_whitespace().next()).unwrap_or(word)
    });
    let mut words: Vec<&str> = Vec::new();
    for word in one {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_both_languages_are_understood() {
        for (field, headings) in [
            (
                Field::Surname,
                "Nom|NOMS|Name|Surname|Last name|Nom de famille|Nom complet|Full Name|Noms et prénoms|NOMS ET POST-NOMS|Nom & Post-nom|Nom, post-nom et prénom|NomComplet|Nom du membre",
            ),
            (Field::PostName, "Post-nom|Postnom|POST NOM|post_name|Middle name"),
            (Field::GivenName, "Prénom|Prénom(s)|given_name|First Name|Given names|Prenom"),
            (Field::KnownAs, "Surnom|Alias|Known as|Nickname"),
            (Field::Sex, "Sexe|Sex|Genre|Gender|M/F|Sexe (M/F)|H/F"),
            (
                Field::Birth,
                "Date de naissance|Né le|Né(e) le|DDN|D.D.N.|Age|Âge|Année de naissance|date_of_birth|DOB|DateNaissance|Lieu et date de naissance|Âge (ans)",
            ),
            (
                Field::Phone,
                "Téléphone|Tél.|N° Tél|Numéro de téléphone|GSM|Contact|Phone number|Mobile|WhatsApp|Tél / WhatsApp",
            ),
            (Field::Village, "Village|Localité|Town|suburb|Quartier|Adresse|Village/Quartier|Nom du village|Résidence"),
            (Field::Site, "Site|Chantier|Carrière|Puits|Site d'exploitation|Nom du site|Lieu de travail|Pit"),
            (Field::Role, "Fonction|Rôle|Activité|Métier|Occupation|Role(s)|Work"),
            (Field::FormerNumber, "Ancien numéro|Ancien n°|Old number|former_number|Ancien matricule"),
            (
                Field::JoinedOn,
                "Date d'adhésion|Date d’admission|Date d'entrée|Joined on|Date joined|Inscrit le, inscription",
            ),
            (
                Field::IdNumber,
                "Carte d'électeur|N° carte d'électeur|N° pièce|N° de la pièce d'identité|soc_sec_id|Card no|National ID|ID number|Voter ID|N° CNI carte",
            ),
            (Field::IdType, "Type de pièce|Nature de la pièce|ID type|Type de carte"),
            (Field::IdPlace, "Lieu de délivrance|Délivrée à|Place of issue|Issued at"),
            (Field::IdExpiresOn, "Expire le|Date d'expiration|Expiry date|Date d'expiration de la pièce|Validité"),
            (Field::Note, "Observations|Obs.|Remarques|Notes|Comments"),
            (Field::Status, "Statut|Status|État"),
        ] {
            for heading in headings.split('|') {
                assert_eq!(meaning(heading).map(|(m, _)| m), Some(Meaning::Field(field)), "{heading}");
            }
            assert_eq!(meaning(field.code()).map(|(m, _)| m), Some(Meaning::Field(field)));
        }
        for (meant, headings) in [
            (
                Meaning::Register,
                "Matricule|N° membre|Member no|Member number|N° de membre|Carte de membre n°|Registration no",
            ),
            (Meaning::Bare, "N°|No|Nº|#|Num.|N° d'ordre|Number|ID"),
        ] {
            for heading in headings.split('|') {
                assert_eq!(meaning(heading).map(|(m, _)| m), Some(meant), "{heading}");
            }
        }
    }

    #[test]
    fn what_is_not_recorded_or_about_others_is_left_out() {
        for heading in
            "Lieu de naissance|Place of birth|Nom du père|Next of kin name|Frais d'adhésion|État civil|Email|Province|\
             Date|Signature|Délivrée le|Carte de creuseur n°|Total|||Kabeya|street_number|address_1|postcode|rec_id"
                .split('|')
        {
            assert_eq!(meaning(heading), None, "{heading}");
        }
    }

    #[test]
    fn the_heading_of_the_number_names_the_paper() {
        assert_eq!(paper("N° Carte d’électeur"), Some(IdType::Voter));
        assert_eq!(paper("Passport no"), Some(IdType::Passport));
        assert_eq!(paper("N° carte d'identité"), Some(IdType::National));
        assert_eq!(paper("N° pièce d'identité"), None);
    }

    #[test]
    fn a_word_means_one_thing() {
        let mut seen = std::collections::HashSet::new();
        for word in SAME.iter().flat_map(|same| same.split_whitespace()) {
            assert!(word == "genre" || seen.insert(word), "{word}");
            assert_eq!(word, fold(word));
        }
        for (pattern, _) in PATTERNS {
            for word in pattern.trim_start_matches('=').split(' ') {
                let first = SAME.iter().find(|s| s.split_whitespace().any(|w| w == word));
                assert!(first.is_none_or(|s| s.starts_with(word)), "{word}");
            }
        }
    }
}
