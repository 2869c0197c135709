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
     heirs kin proche urgence emergency agent temoin parrain tuteur enfant enfants children banque bank email mail \
     courriel photo montant amount solde dette prix frais droit droits fee cotisation chef leader compte account \
     observateur creuseur exploitant cami saemape";

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
    "province provinces",
    "territoire territory district territoires",
    "secteur sector chefferie chiefdom",
    "groupement groupements",
    "adresse address",
    "nationalite nationality citizenship",
    "deuxieme 2 second secondaire",
    "equipe equipes team teams gang",
    "substance substances minerai minerais mineral minerals",
    "outil outils tool tools equipement",
    "menage menages household households foyer",
    "matrimonial matrimoniale marital civil",
    "dependants dependant dependents",
    "langue langues language languages",
    "revenu revenus income",
    "autre autres other",
    "saison season",
    "demande candidature application applied",
    "validation validee validated",
    "part parts share shares",
    "paye payee payees payes paid libere liberee liberees liberes",
    "fiche fiches formulaire formulaires form forms",
    "enqueteur enquetrice enumerator recenseur",
    "verification verifie verifiee verified",
    "reenregistrement reregistered reregistration recensement",
    "alphabetisation literacy",
    "signature signatures empreinte empreintes thumbprint",
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
    "residence domicile",
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
    // the card of a miner, by its names
    ("carte de creuseur", "cea"),
    ("carte creuseur", "cea"),
    ("carte d exploitant artisanal", "cea"),
    ("carte d exploitant", "cea"),
    ("carte exploitant artisanal", "cea"),
    ("carte exploitant", "cea"),
    ("carte saemape", "cea"),
    ("carte cami", "cea"),
    ("miner card", "cea"),
    ("miners card", "cea"),
    ("miner s card", "cea"),
    ("mobile money", "wallet"),
    ("m pesa", "wallet"),
    ("mpesa", "wallet"),
    ("orange money", "wallet"),
    ("airtel money", "wallet"),
    ("compte mobile", "wallet"),
    ("titulaire de licence", "titulaire"),
    ("titulaire licence", "titulaire"),
    ("licence holder", "titulaire"),
    ("license holder", "titulaire"),
    ("creuseur depuis", "depuis"),
    ("mining since", "depuis"),
    ("debut d activite", "depuis"),
    ("temps de travail", "duree"),
    ("work time", "duree"),
    ("personnes a charge", "dependants"),
    ("a charge", "dependants"),
    ("enfants scolarises", "ecole"),
    ("enfants a l ecole", "ecole"),
    ("children in school", "ecole"),
    ("school children", "ecole"),
    ("sait lire et ecrire", "alphabetisation"),
    ("sait lire", "alphabetisation"),
    ("reads and writes", "alphabetisation"),
    ("finance par", "finance"),
    ("prefinance par", "finance"),
    ("financed by", "finance"),
    ("admis par", "admispar"),
    ("admitted by", "admispar"),
    ("valide par", "validepar"),
    ("validee par", "validepar"),
    ("validated by", "validepar"),
    ("verifie par", "verifiepar"),
    ("verified by", "verifiepar"),
    ("valide le", "validation"),
    ("validee le", "validation"),
    ("soc sec", "social"),
    ("social security", "social"),
];

use Meaning::{Bare, Field as F, Register};

/// Words that a heading must have, in any order; `=` in front: these and no others. The most words win, then the
/// earlier line. `None` means something that is not recorded.
const PATTERNS: &[(&str, Option<Meaning>)] = &[
    ("lieu date naissance", Some(F(Field::Birth))),
    ("lieu naissance", Some(F(Field::BirthPlace))),
    ("birthplace", Some(F(Field::BirthPlace))),
    ("naissance", Some(F(Field::Birth))),
    ("age", Some(F(Field::Birth))),
    // what belongs to the card of a miner, before what belongs to any card
    ("expiration cea", Some(F(Field::CardExpiresOn))),
    ("lieu cea", None),
    ("date cea", None),
    ("delivrance cea", None),
    ("cea", Some(F(Field::CardNumber))),
    ("nom wallet", Some(F(Field::WalletName))),
    ("titulaire wallet", Some(F(Field::WalletName))),
    ("wallet", Some(F(Field::Wallet))),
    ("telephone enqueteur", None),
    ("enqueteur", Some(F(Field::Enumerator))),
    ("nom enqueteur", Some(F(Field::Enumerator))),
    ("date fiche", Some(F(Field::FormOn))),
    ("=fiche", Some(F(Field::FormNumber))),
    ("numero fiche", Some(F(Field::FormNumber))),
    ("nom menage", Some(F(Field::Household))),
    ("=menage", Some(F(Field::Household))),
    ("numero menage", Some(F(Field::Household))),
    ("nom equipe", Some(F(Field::Team))),
    ("equipe", Some(F(Field::Team))),
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
    ("telephone deuxieme", Some(F(Field::Phone2))),
    ("telephone autre", Some(F(Field::Phone2))),
    ("village", Some(F(Field::Village))),
    ("=residence", Some(F(Field::Village))),
    ("village residence", Some(F(Field::Village))),
    ("lieu residence", Some(F(Field::Village))),
    ("adresse", Some(F(Field::Address))),
    ("province", Some(F(Field::Province))),
    ("territoire", Some(F(Field::Territory))),
    ("secteur", Some(F(Field::Sector))),
    ("secteur fonction", None),
    ("groupement", Some(F(Field::Groupement))),
    ("nationalite", Some(F(Field::Nationality))),
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
    ("date delivrance", Some(F(Field::IdIssuedOn))),
    ("delivrance", Some(F(Field::IdIssuedOn))),
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
    ("statut matrimonial", Some(F(Field::MaritalStatus))),
    ("matrimonial", Some(F(Field::MaritalStatus))),
    ("statut", Some(F(Field::Status))),
    ("substance", Some(F(Field::Substances))),
    ("outil", Some(F(Field::Tools))),
    ("titulaire", Some(F(Field::LicenceHolder))),
    ("depuis", Some(F(Field::MiningSince))),
    ("duree", Some(F(Field::WorkTime))),
    ("finance", Some(F(Field::FinancedBy))),
    ("ecole", Some(F(Field::ChildrenInSchool))),
    ("dependants", Some(F(Field::Dependants))),
    ("alphabetisation", Some(F(Field::Literacy))),
    ("langue", Some(F(Field::Languages))),
    ("autre revenu", Some(F(Field::OtherIncome))),
    ("revenu saison", Some(F(Field::SeasonIncome))),
    ("=revenu", Some(F(Field::SeasonIncome))),
    ("=demande", Some(F(Field::AppliedOn))),
    ("date demande", Some(F(Field::AppliedOn))),
    ("demande adhesion", Some(F(Field::AppliedOn))),
    ("admispar", Some(F(Field::AdmittedBy))),
    ("validation", Some(F(Field::ValidatedOn))),
    ("validation adhesion", Some(F(Field::ValidatedOn))),
    ("validepar", Some(F(Field::ValidatedBy))),
    ("part paye", Some(F(Field::SharesPaid))),
    ("=part", Some(F(Field::Shares))),
    ("part sociale", Some(F(Field::Shares))),
    ("part sociales", Some(F(Field::Shares))),
    ("part souscrites", Some(F(Field::Shares))),
    ("part subscribed", Some(F(Field::Shares))),
    ("numero part", Some(F(Field::Shares))),
    ("nombre part", Some(F(Field::Shares))),
    ("verifiepar", Some(F(Field::VerifiedBy))),
    ("verification", Some(F(Field::VerifiedOn))),
    ("reenregistrement", Some(F(Field::ReregisteredOn))),
    ("=signature", Some(F(Field::Mark))),
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
            (Field::Village, "Village|Localité|Town|suburb|Quartier|Village/Quartier|Nom du village|Résidence"),
            (Field::Address, "Adresse|Address|address_1|Adresse complète|Adresse du membre"),
            (Field::Phone2, "Tél 2|Téléphone 2|Deuxième téléphone|Other phone|Autre téléphone"),
            (Field::Wallet, "M-Pesa|N° Mobile Money|Compte mobile|Airtel Money"),
            (Field::WalletName, "Nom du compte mobile|Mobile money name"),
            (Field::BirthPlace, "Lieu de naissance|Né(e) à|Place of birth"),
            (Field::Nationality, "Nationalité|Nationality"),
            (Field::Province, "Province|Province d'origine|Province of origin"),
            (Field::Territory, "Territoire|Territoire d'origine|District"),
            (Field::Sector, "Secteur|Chefferie|Secteur/Chefferie|Chiefdom"),
            (Field::Groupement, "Groupement"),
            (
                Field::CardNumber,
                "Carte de creuseur n°|N° CEA|N° carte d'exploitant artisanal|Miner card no|N° carte SAEMAPE",
            ),
            (Field::CardExpiresOn, "Expiration carte de creuseur|Validité de la carte d'exploitant|Miner card expiry"),
            (Field::Team, "Équipe|Team|Nom de l'équipe"),
            (Field::LicenceHolder, "Titulaire de la licence|Licence holder"),
            (Field::MiningSince, "Creuseur depuis|Mining since"),
            (Field::WorkTime, "Temps de travail|Work time"),
            (Field::Substances, "Substance|Minerai|Minerals"),
            (Field::Tools, "Outils|Tools owned"),
            (Field::FinancedBy, "Financé par|Financed by"),
            (Field::Household, "Ménage|Household"),
            (Field::MaritalStatus, "État civil|Statut matrimonial|Situation matrimoniale|Marital status"),
            (Field::Dependants, "Personnes à charge|Dependants|Nombre de personnes à charge"),
            (Field::ChildrenInSchool, "Enfants scolarisés|Children in school"),
            (Field::Literacy, "Sait lire et écrire|Alphabétisation|Literacy"),
            (Field::Languages, "Langues|Languages"),
            (Field::OtherIncome, "Autres revenus|Other income"),
            (Field::SeasonIncome, "Revenu de la saison|Season income"),
            (Field::AppliedOn, "Date de la demande|Date de demande d'adhésion|Application date"),
            (Field::AdmittedBy, "Admis par|Admitted by"),
            (Field::ValidatedOn, "Validé le|Date de validation|Validated on"),
            (Field::ValidatedBy, "Validé par|Validated by"),
            (Field::Shares, "Parts sociales|Nombre de parts|Shares"),
            (Field::SharesPaid, "Parts libérées|Parts payées|Shares paid"),
            (Field::FormNumber, "N° fiche|Fiche n°|N° du formulaire|Form number"),
            (Field::FormOn, "Date de la fiche|Form date"),
            (Field::Enumerator, "Enquêteur|Nom de l'enquêteur|Enumerator"),
            (Field::VerifiedBy, "Vérifié par|Verified by"),
            (Field::VerifiedOn, "Vérifié le|Date de vérification|Verified on"),
            (Field::ReregisteredOn, "Réenregistrement|Date de réenregistrement"),
            (Field::IdIssuedOn, "Délivrée le|Date de délivrance|Date of issue"),
            (Field::Mark, "Signature|Empreinte|Signature ou empreinte"),
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
            "Nom du père|Next of kin name|Frais d'adhésion|Email|Date|Total|||Kabeya|street_number|postcode|rec_id|\
             Téléphone de l'enquêteur|Montant des parts|Part II patients|Taille du ménage|Secteur d'activité|Legal form|Chef d'équipe|Date carte de creuseur|Compte en banque"
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
