//! What a list of members can be narrowed to: criteria that must all hold. Saved filters are kept as what stands here.

use super::{
    Text,
    book::codes,
    choice::{Choices, choices},
    member::{Reading, Sex, Status},
    takes::Takes,
    work,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

codes!(
    /// A criterion. The text key of its name is `filter-` and the code.
    Criterion, "err-criterion", "filter-",
    /// Any of these statuses.
    Statuses = "statuses",
    /// This sex.
    Sex = "sex",
    /// At this site.
    Site = "site",
    /// In a team of that name.
    Team = "team",
    /// Any of these kinds of work.
    Role = "role",
    /// From this village.
    Village = "village",
    /// At least so many years old.
    AgeFrom = "age_from",
    /// At most so many years old.
    AgeTo = "age_to",
    /// What the last miner card is like.
    Card = "card",
    /// How soon it expires, in days.
    CardDays = "card_days",
    /// What is owed.
    Owes = "owes",
    /// At least one of these is not recorded.
    Missing = "missing",
    /// Admitted on this day or later.
    AdmittedFrom = "admitted_from",
    /// Admitted on this day or before.
    AdmittedTo = "admitted_to",
    /// Whether the assembly has validated the admission.
    Validation = "validation",
    /// Pieces that stand in the search key.
    Words = "words",
);

/// Statuses; the codes are those of [`Status`].
pub static STATUSES: Choices = choices!("status-";
    "applicant" => ["candidat", "candidate", "postulant"],
    "active" => ["actif", "membre", "member"],
    "suspended" => ["suspendu", "suspendue"],
    "resigned" => ["demissionnaire", "retrait", "left"],
    "excluded" => ["exclu", "exclue", "radie"],
    "deceased" => ["decede", "decedee", "mort", "dead"],
);

/// Sexes; the codes are those of [`Sex`].
pub static SEXES: Choices = choices!("sex-";
    "F" => ["femme", "feminin", "female", "woman"],
    "M" => ["h", "homme", "masculin", "male", "man"],
);

/// What a miner card is like today.
pub static CARDS: Choices = choices!("card-state-";
    "valid" => ["valable", "valide"],
    "soon" => ["bientot", "expire bientot"],
    "expired" => ["expiree", "echue"],
    "none" => ["aucune", "sans", "no"],
);

/// What a member owes today.
pub static OWINGS: Choices = choices!("owes-";
    "any" => ["quelque chose", "something", "oui", "yes"],
    "late" => ["en retard", "overdue", "arrears"],
    "old" => ["ancien", "plus de 90 jours"],
);

/// What may be missing; the codes are those of fields.
pub static MISSING: Choices = choices!("field-";
    "phone" => ["telephone"],
    "id_number" => ["piece", "paper", "identity", "piece d identite"],
    "form_number" => ["fiche", "form"],
    "sex" => ["sexe"],
    "birth" => ["naissance", "age"],
);

/// Admissions that wait for the assembly.
pub static VALIDATIONS: Choices = choices!("validation-"; "open" => ["non", "no", "oui", "yes", "attente"]);

impl Criterion {
    /// What it takes.
    pub const fn takes(self) -> Takes {
        match self {
            Self::Statuses => Takes::Some(STATUSES),
            Self::Sex => Takes::One(SEXES),
            Self::Site | Self::Team | Self::Village | Self::Words => Takes::Text,
            Self::Role => Takes::Some(work::WORKS),
            Self::AgeFrom | Self::AgeTo => Takes::Count(120),
            Self::Card => Takes::One(CARDS),
            Self::Owes => Takes::One(OWINGS),
            Self::CardDays => Takes::Count(3_650),
            Self::Missing => Takes::Some(MISSING),
            Self::AdmittedFrom | Self::AdmittedTo => Takes::Day,
            Self::Validation => Takes::One(VALIDATIONS),
        }
    }
}

/// How soon a card expires when nobody says it, in days.
pub const SOON: u32 = 30;

/// Criteria in the form in which they are kept: ISO days, codes. Blank ones are not there; without any, everybody will do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>", into = "BTreeMap<String, String>")]
pub struct Filter(BTreeMap<Criterion, String>);

impl From<BTreeMap<String, String>> for Filter {
    /// Codes that nobody knows are left out: a newer program may have kept them.
    fn from(kept: BTreeMap<String, String>) -> Self {
        let mut filter = Self::default();
        for (code, text) in kept {
            if let Ok(criterion) = Criterion::from_code(&code) {
                filter.put(criterion, text);
            }
        }
        filter
    }
}

impl From<Filter> for BTreeMap<String, String> {
    fn from(filter: Filter) -> Self {
        filter.0.into_iter().map(|(criterion, text)| (criterion.code().to_owned(), text)).collect()
    }
}

impl Filter {
    /// A filter by statuses and sex.
    pub fn by_kind(statuses: &[Status], sex: Option<Sex>) -> Self {
        let mut filter = Self::default();
        let codes: Vec<&str> = statuses.iter().map(|status| status.code()).collect();
        filter.put(Criterion::Statuses, codes.join(","));
        filter.put(Criterion::Sex, sex.map_or_else(String::new, |sex| sex.code().to_owned()));
        filter
    }

    /// A filter by site and team; a blank does not matter.
    pub fn at(site: &str, team: &str) -> Self {
        let mut filter = Self::default();
        filter.put(Criterion::Site, site.to_owned());
        filter.put(Criterion::Team, team.to_owned());
        filter
    }

    /// A filter by what is owed, a code of [`OWINGS`].
    pub fn owing(code: &str) -> Self {
        let mut filter = Self::default();
        filter.put(Criterion::Owes, code.to_owned());
        filter
    }

    /// Whether everybody will do.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads typed text into a criterion.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn set(&mut self, criterion: Criterion, typed: &str, reading: &Reading) -> Result<(), Text> {
        self.put(criterion, criterion.takes().read(typed, reading)?);
        Ok(())
    }

    /// The same without some of its criteria.
    #[must_use]
    pub fn without(&self, criteria: &[Criterion]) -> Self {
        let kept = self.0.iter().filter(|(criterion, _)| !criteria.contains(criterion));
        Self(kept.map(|(criterion, text)| (*criterion, text.clone())).collect())
    }

    fn put(&mut self, criterion: Criterion, kept: String) {
        if kept.is_empty() {
            self.0.remove(&criterion);
        } else {
            self.0.insert(criterion, kept);
        }
    }

    /// A criterion in its kept form; empty when it does not matter.
    pub fn get(&self, criterion: Criterion) -> &str {
        self.0.get(&criterion).map_or("", String::as_str)
    }

    /// The codes of a criterion that is some of a list.
    pub fn codes(&self, criterion: Criterion) -> impl Iterator<Item = &str> {
        self.get(criterion).split(',').filter(|code| !code.is_empty())
    }

    /// A criterion that is a whole number.
    pub fn count(&self, criterion: Criterion) -> Option<u32> {
        self.get(criterion).parse().ok()
    }

    /// A criterion that is a day.
    pub fn day(&self, criterion: Criterion) -> Option<NaiveDate> {
        self.get(criterion).parse().ok()
    }

    /// The statuses; none when every status will do.
    pub fn statuses(&self) -> Vec<Status> {
        self.codes(Criterion::Statuses).filter_map(|code| Status::from_code(code).ok()).collect()
    }

    /// The sex; `None` when it does not matter.
    pub fn sex(&self) -> Option<Sex> {
        Sex::from_code(self.get(Criterion::Sex)).ok()
    }

    /// Whether it asks for nothing but statuses and sex.
    pub fn is_by_kind(&self) -> bool {
        self.without(&[Criterion::Statuses, Criterion::Sex]).is_empty()
    }

    /// What cannot be met by anybody: the criterion and why.
    pub fn check(&self) -> Option<(Criterion, Text)> {
        let ages = self.count(Criterion::AgeFrom).zip(self.count(Criterion::AgeTo));
        let days = self.day(Criterion::AdmittedFrom).zip(self.day(Criterion::AdmittedTo));
        if ages.is_some_and(|(from, to)| from > to) {
            return Some((Criterion::AgeTo, Text::new("err-filter-order")));
        }
        days.is_some_and(|(from, to)| from > to).then(|| (Criterion::AdmittedTo, Text::new("err-filter-order")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{book::Country, choice, day::Order, fold::fold};

    #[test]
    fn the_lists_are_those_of_the_register() {
        let codes = |list: Choices| list.iter().map(|c| c.code).collect::<Vec<_>>();
        assert_eq!(codes(STATUSES), Status::ALL.iter().map(|s| s.code()).collect::<Vec<_>>());
        assert_eq!(codes(SEXES), Sex::ALL.iter().map(|s| s.code()).collect::<Vec<_>>());
        for list in [STATUSES, SEXES, CARDS, OWINGS, MISSING, VALIDATIONS] {
            let mut seen = std::collections::HashSet::new();
            for word in list.iter().flat_map(|c| c.words) {
                assert_eq!(*word, fold(word));
                assert!(seen.insert(word), "{word}");
            }
            assert!(list.iter().all(|c| choice::find(list, c.code) == Some(c)));
        }
    }

    #[test]
    fn what_is_kept_reads_back_and_what_nobody_knows_is_left_out() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let reading = Reading { today, country: Country::Cd, order: Order::Dmy };
        let mut filter = Filter::default();
        for (criterion, typed) in [
            (Criterion::Statuses, "actif, suspended"),
            (Criterion::Sex, "femme"),
            (Criterion::AdmittedFrom, "1/1/26"),
            (Criterion::Village, " Luamuela "),
            (Criterion::Words, ""),
        ] {
            filter.set(criterion, typed, &reading).unwrap();
        }
        let kept = serde_json::to_string(&filter).unwrap();
        assert_eq!(
            kept,
            r#"{"admitted_from":"2026-01-01","sex":"F","statuses":"active,suspended","village":"Luamuela"}"#
        );
        let newer = kept.replacen('{', r#"{"shoe_size":"43","#, 1);
        assert_eq!(serde_json::from_str::<Filter>(&newer).unwrap(), filter);
        assert_eq!(filter.statuses(), [Status::Active, Status::Suspended]);
        assert!(!filter.is_by_kind() && filter.check().is_none());
        filter.set(Criterion::AdmittedTo, "31/12/25", &reading).unwrap();
        assert_eq!(filter.check().unwrap().0, Criterion::AdmittedTo);
        assert_eq!(filter.set(Criterion::Card, "maybe", &reading).unwrap_err().id, "err-choice");
    }
}
