//! A member of the cooperative, or somebody who asked to be one.
//!
//! [`Field`] is the one list of what is recorded: forms, import, export and the log name fields by it, and
//! [`Member::set`] is the one place that reads typed text into a member.

pub use super::field::Field;
use super::{
    Text,
    birth::Birth,
    book::{Country, codes},
    day,
    fold::{clean, clean_lines, fold, fold_into, word_set},
    phone, work,
};
use chrono::NaiveDate;
use std::collections::BTreeMap;

codes!(
    /// Sex as written on identity papers.
    Sex, "err-sex", "sex-",
    /// Female.
    F = "F",
    /// Male.
    M = "M",
);

impl Sex {
    /// Reads `F`, `M` and the words that lists use for them in English and French.
    ///
    /// # Errors
    /// `err-sex` with the text.
    pub fn parse(text: &str) -> Result<Self, Text> {
        match fold(text).as_str() {
            "f" | "femme" | "feminin" | "fem" | "female" | "w" | "woman" | "fille" | "mme" => Ok(Self::F),
            "m" | "h" | "homme" | "masculin" | "masc" | "male" | "man" | "garcon" => Ok(Self::M),
            _ => Err(Text::new("err-sex").with("text", text.trim())),
        }
    }
}

codes!(
    /// Where somebody stands in the cooperative.
    Status, "err-status", "status-",
    /// Has asked to join; has no number yet.
    Applicant = "applicant",
    /// Is a member.
    Active = "active",
    /// Is a member whose rights rest.
    Suspended = "suspended",
    /// Has left, or has withdrawn the application.
    Resigned = "resigned",
    /// Was excluded.
    Excluded = "excluded",
    /// Has died.
    Deceased = "deceased",
);

impl Status {
    /// What this status can become: applicant → active ⇄ suspended → resigned, excluded, deceased; whoever left may
    /// apply again; nothing follows death.
    pub const fn next(self) -> &'static [Self] {
        use Status::{Active, Applicant, Deceased, Excluded, Resigned, Suspended};
        match self {
            Applicant => &[Active, Resigned, Deceased],
            Active => &[Suspended, Resigned, Excluded, Deceased],
            Suspended => &[Active, Resigned, Excluded, Deceased],
            Resigned | Excluded => &[Active, Applicant, Deceased],
            Deceased => &[],
        }
    }

    /// The key of its name as it is said of one person: in French a woman is active otherwise than a man.
    pub const fn text_id_of(self, sex: Option<Sex>) -> &'static str {
        match (self, sex) {
            (Self::Applicant, Some(Sex::F)) => "status-applicant-F",
            (Self::Active, Some(Sex::F)) => "status-active-F",
            (Self::Suspended, Some(Sex::F)) => "status-suspended-F",
            (Self::Excluded, Some(Sex::F)) => "status-excluded-F",
            (Self::Deceased, Some(Sex::F)) => "status-deceased-F",
            _ => self.text_id(),
        }
    }

    /// What somebody who is entered now can be.
    pub const ENTRY: &'static [Self] = &[Self::Active, Self::Applicant, Self::Suspended];

    /// Whether somebody of this status has been admitted, now or in the past, and so bears a number.
    pub const fn is_admitted(self) -> bool {
        !matches!(self, Self::Applicant)
    }

    /// Whether the person belongs to the cooperative today.
    pub const fn is_member(self) -> bool {
        matches!(self, Self::Active | Self::Suspended)
    }
}

codes!(
    /// Kinds of identity paper (DR Congo: decree on voter cards; practice.md §1).
    IdType, "err-id-type", "id-type-",
    /// Voter card.
    Voter = "voter_card",
    /// National identity card.
    National = "national_id",
    /// Passport.
    Passport = "passport",
    /// Driving licence.
    Driving = "driving_licence",
    /// Birth certificate or supplementary judgment.
    BirthCertificate = "birth_certificate",
    /// Attestation of lost papers.
    Attestation = "attestation",
    /// Declaration of three witnesses.
    Witnesses = "three_witnesses",
    /// Something else.
    Other = "other",
);

impl IdType {
    /// Reads a code or the words people use in English and French.
    ///
    /// # Errors
    /// `err-id-type` with the text.
    pub fn parse(text: &str) -> Result<Self, Text> {
        let word = fold(text);
        for (kind, words) in [
            (Self::Voter, &["voter", "electeur", "electoral"][..]),
            (Self::Passport, &["passeport", "passport"]),
            (Self::Driving, &["driving", "permis", "driver"]),
            (Self::BirthCertificate, &["naissance", "birth", "jugement"]),
            (Self::Attestation, &["attestation", "perte"]),
            (Self::Witnesses, &["temoin", "witness"]),
            (Self::National, &["national", "identite", "identity", "nin", "cni"]),
            (Self::Other, &["other", "autre"]),
        ] {
            if fold(kind.code()) == word || words.iter().any(|w| word.contains(w)) {
                return Ok(kind);
            }
        }
        Err(Text::new("err-id-type").with("text", text.trim()))
    }
}

/// What reading typed text needs to know.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// Today.
    pub today: NaiveDate,
    /// The country of the book.
    pub country: Country,
    /// How dates are written.
    pub order: day::Order,
}

/// Something wrong, or worth a look, with one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Which field.
    pub field: Field,
    /// What, and what would be right.
    pub text: Text,
    /// Whether it forbids saving.
    pub is_error: bool,
}

/// A member as the register holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Identity in the book; 0 before it is saved.
    pub id: i64,
    /// Counts the changes; saving needs the one that was read.
    pub rev: i64,
    /// Number, from admission on.
    pub number: Option<i64>,
    /// Number in the register kept before.
    pub former_number: String,
    /// Surname.
    pub surname: String,
    /// Post-name.
    pub post_name: String,
    /// Given name.
    pub given_name: String,
    /// Name people use.
    pub known_as: String,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Birth, where known.
    pub birth: Option<Birth>,
    /// Telephone, as [`phone::parse`] gives it.
    pub phone: String,
    /// Village.
    pub village: String,
    /// Name of the site.
    pub site: String,
    /// Kinds of work.
    pub works: Vec<&'static work::Work>,
    /// Status.
    pub status: Status,
    /// Since when.
    pub status_on: Option<NaiveDate>,
    /// Day of admission.
    pub joined_on: Option<NaiveDate>,
    /// Kind of identity paper.
    pub id_type: Option<IdType>,
    /// Its number.
    pub id_number: String,
    /// Where it was issued.
    pub id_place: String,
    /// When it expires.
    pub id_expires_on: Option<NaiveDate>,
    /// Anything else.
    pub note: String,
    /// What is only written down ([`Field::takes`]), in its kept form; blanks are not there.
    pub more: BTreeMap<Field, String>,
}

impl Default for Member {
    fn default() -> Self {
        let empty = String::new;
        Self {
            id: 0,
            rev: 0,
            number: None,
            former_number: empty(),
            surname: empty(),
            post_name: empty(),
            given_name: empty(),
            known_as: empty(),
            sex: None,
            birth: None,
            phone: empty(),
            village: empty(),
            site: empty(),
            works: Vec::new(),
            status: Status::Applicant,
            status_on: None,
            joined_on: None,
            id_type: None,
            id_number: empty(),
            id_place: empty(),
            id_expires_on: None,
            note: empty(),
            more: BTreeMap::new(),
        }
    }
}

/// Longest text a field keeps, in characters; longer ones are refused, never cut.
pub const LONGEST: usize = 200;
/// Longest note, in characters.
pub const LONGEST_NOTE: usize = 4000;

impl Member {
    /// Reads typed text into one field. What was there stays when the text is wrong.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn set(&mut self, field: Field, typed: &str, reading: &Reading) -> Result<(), Text> {
        if matches!(field, Field::Site | Field::Team | Field::Household) && fold(typed).is_empty() {
            // these are found by their letters and figures: a sign alone would vanish
            let sign = clean(typed);
            if !sign.is_empty() {
                return Err(Text::new("err-name-sign").with("name", sign));
            }
        }
        if let Some(takes) = field.takes() {
            self.put(field, takes.read(typed, reading)?);
            return Ok(());
        }
        let text = if field == Field::Note { clean_lines(typed) } else { clean(typed) };
        let longest = if field == Field::Note { LONGEST_NOTE } else { LONGEST };
        let length = text.chars().count();
        if length > longest {
            return Err(Text::new("err-long").with("length", length).with("longest", longest));
        }
        let some = (!text.is_empty()).then_some(text.as_str());
        let read_day = |t: &str| day::parse(t, reading.today, reading.order);
        match field {
            Field::Number => self.number = some.map(parse_number).transpose()?,
            Field::FormerNumber => self.former_number = text,
            Field::Surname => {
                if fold(&text).is_empty() {
                    return Err(Text::new("err-surname"));
                }
                self.surname = text;
            }
            Field::PostName => self.post_name = text,
            Field::GivenName => self.given_name = text,
            Field::KnownAs => self.known_as = text,
            Field::Sex => self.sex = some.map(Sex::parse).transpose()?,
            Field::Birth => self.birth = some.map(|t| Birth::parse(t, reading.today, reading.order)).transpose()?,
            Field::Phone => {
                self.phone = some.map(|t| phone::parse(t, reading.country)).transpose()?.unwrap_or_default();
            }
            Field::Village => self.village = text,
            Field::Site => self.site = text,
            Field::Role => self.works = work::parse(&text)?,
            Field::Status => self.status = some.map_or(Ok(self.status), parse_status)?,
            Field::JoinedOn => {
                let day = some.map(read_day).transpose()?;
                day.map_or(Ok(()), |day| day::refuse_future(day, reading.today))?;
                self.joined_on = day;
            }
            Field::IdType => self.id_type = some.map(IdType::parse).transpose()?,
            Field::IdNumber => self.id_number = text,
            Field::IdPlace => self.id_place = text,
            Field::IdExpiresOn => self.id_expires_on = some.map(read_day).transpose()?,
            _ => self.note = text,
        }
        Ok(())
    }

    /// Takes one field over from another record.
    pub fn copy(&mut self, field: Field, from: &Self) {
        match field {
            Field::Number => self.number = from.number,
            Field::FormerNumber => self.former_number.clone_from(&from.former_number),
            Field::Surname => self.surname.clone_from(&from.surname),
            Field::PostName => self.post_name.clone_from(&from.post_name),
            Field::GivenName => self.given_name.clone_from(&from.given_name),
            Field::KnownAs => self.known_as.clone_from(&from.known_as),
            Field::Sex => self.sex = from.sex,
            Field::Birth => self.birth = from.birth,
            Field::Phone => self.phone.clone_from(&from.phone),
            Field::Village => self.village.clone_from(&from.village),
            Field::Site => self.site.clone_from(&from.site),
            Field::Role => self.works.clone_from(&from.works),
            Field::Status => self.status = from.status,
            Field::JoinedOn => self.joined_on = from.joined_on,
            Field::IdType => self.id_type = from.id_type,
            Field::IdNumber => self.id_number.clone_from(&from.id_number),
            Field::IdPlace => self.id_place.clone_from(&from.id_place),
            Field::IdExpiresOn => self.id_expires_on = from.id_expires_on,
            Field::Note => self.note.clone_from(&from.note),
            more => self.put(more, from.kept(more).to_owned()),
        }
    }

    /// Writes a field that is only written down, already in its kept form.
    pub fn put(&mut self, field: Field, kept: String) {
        if kept.is_empty() {
            self.more.remove(&field);
        } else {
            self.more.insert(field, kept);
        }
    }

    /// A field that is only written down; empty when it is blank.
    pub fn kept(&self, field: Field) -> &str {
        self.more.get(&field).map_or("", String::as_str)
    }

    /// A day that is only written down.
    pub fn day(&self, field: Field) -> Option<NaiveDate> {
        self.kept(field).parse().ok()
    }

    /// One field in the form in which it is exported, logged and can be typed again by any user: codes and ISO days.
    pub fn get(&self, field: Field) -> String {
        let day = |d: Option<NaiveDate>| d.map(|d| d.to_string()).unwrap_or_default();
        match field {
            Field::Number => self.number.map(|n| n.to_string()).unwrap_or_default(),
            Field::FormerNumber => self.former_number.clone(),
            Field::Surname => self.surname.clone(),
            Field::PostName => self.post_name.clone(),
            Field::GivenName => self.given_name.clone(),
            Field::KnownAs => self.known_as.clone(),
            Field::Sex => self.sex.map(|s| s.code().to_owned()).unwrap_or_default(),
            Field::Birth => self.birth.map(Birth::stored).unwrap_or_default(),
            Field::Phone => self.phone.clone(),
            Field::Village => self.village.clone(),
            Field::Site => self.site.clone(),
            Field::Role => self.works.iter().map(|w| w.code).collect::<Vec<_>>().join(","),
            Field::Status => self.status.code().to_owned(),
            Field::JoinedOn => day(self.joined_on),
            Field::IdType => self.id_type.map(|t| t.code().to_owned()).unwrap_or_default(),
            Field::IdNumber => self.id_number.clone(),
            Field::IdPlace => self.id_place.clone(),
            Field::IdExpiresOn => day(self.id_expires_on),
            Field::Note => self.note.clone(),
            more => self.kept(more).to_owned(),
        }
    }

    /// Rules across fields, the same for form, command line and import. Errors forbid saving, the rest warns.
    pub fn check(&self, today: NaiveDate) -> Vec<Issue> {
        let mut issues = Vec::new();
        let mut issue = |field, text, is_error| issues.push(Issue { field, text, is_error });
        if fold(&self.surname).is_empty() {
            issue(Field::Surname, Text::new("err-surname"), true);
        }
        if let Some(birth) = self.birth {
            if birth.age(today) < 18 {
                // Code minier, art. 26: only adults are artisanal miners; rules inform, people decide
                issue(Field::Birth, Text::new("warn-minor").with("age", birth.age(today)), false);
            }
            if birth.is_doubtful(today) {
                issue(Field::Birth, Text::new("warn-birth-old").with("age", birth.age(today)), false);
            }
            if let Some(joined) = self.joined_on.filter(|j| chrono::Datelike::year(j) < birth.year()) {
                issue(Field::JoinedOn, Text::new("err-joined-before-birth").with("day", day::show(joined)), true);
            }
        }
        if let Some(day) = self.id_expires_on.filter(|d| *d < today) {
            issue(Field::IdExpiresOn, Text::new("warn-id-expired").with("day", day::show(day)), false);
        }
        if let Some(day) = self.day(Field::CardExpiresOn).filter(|d| *d < today) {
            issue(Field::CardExpiresOn, Text::new("warn-card-expired").with("day", day::show(day)), false);
        }
        let before = |field: Field, other: Option<NaiveDate>| self.day(field).zip(other).is_some_and(|(a, b)| a < b);
        if before(Field::ValidatedOn, self.joined_on) {
            issue(Field::ValidatedOn, Text::new("warn-validated-early"), false);
        }
        let count = |field: Field| self.kept(field).parse::<u32>().unwrap_or(0);
        if count(Field::SharesPaid) > count(Field::Shares) {
            issue(Field::SharesPaid, Text::new("warn-shares-paid"), false);
        }
        if count(Field::ChildrenInSchool) > count(Field::Dependants) {
            issue(Field::ChildrenInSchool, Text::new("warn-children"), false);
        }
        issues
    }

    /// `KABEYA Ngoyi Éléonore`: surname in capitals, post-name, given name.
    pub fn full_name(&self) -> String {
        full_name(&self.surname, &self.post_name, &self.given_name)
    }

    /// Folded surname, post-name and given name: the order of lists.
    pub fn name_key(&self) -> String {
        let mut key = fold(&self.surname);
        fold_into(&self.post_name, &mut key);
        fold_into(&self.given_name, &mut key);
        key
    }

    /// The folded words of the name in alphabetical order: the same whichever part was written first.
    pub fn words_key(&self) -> String {
        word_set(&format!("{} {} {}", self.surname, self.post_name, self.given_name))
    }

    /// Everything a person may be looked for by, folded.
    pub fn search_key(&self) -> String {
        let mut key = self.name_key();
        let form = self.kept(Field::FormNumber);
        for part in [&self.known_as, &self.village, &self.former_number, &self.id_number, form] {
            fold_into(part, &mut key);
        }
        if let Some(number) = self.number {
            fold_into(&show_number(number), &mut key);
        }
        fold_into(&self.phone, &mut key);
        key
    }
}

/// `KABEYA Ngoyi Éléonore` from its parts.
pub fn full_name(surname: &str, post_name: &str, given_name: &str) -> String {
    let mut name = surname.to_uppercase();
    for part in [post_name, given_name].into_iter().filter(|p| !p.is_empty()) {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(part);
    }
    name
}

/// Reads a member number, with or without leading zeros.
///
/// # Errors
/// `err-number` with the text.
pub fn parse_number(text: &str) -> Result<i64, Text> {
    text.trim()
        .parse()
        .ok()
        .filter(|n| (1..=99_999_999).contains(n))
        .ok_or_else(|| Text::new("err-number").with("text", text))
}

/// A member number as it is printed: at least four digits.
pub fn show_number(number: i64) -> String {
    format!("{number:04}")
}

/// Reads a status by code or by the words lists use in English and French.
///
/// # Errors
/// `err-status` with the text.
pub fn parse_status(text: &str) -> Result<Status, Text> {
    let word = fold(text);
    let is = |words: &[&str]| words.iter().any(|w| word.starts_with(w));
    Ok(match () {
        () if is(&["applicant", "candidat", "postulant", "demand", "pending"]) => Status::Applicant,
        () if is(&["activ", "actif", "member", "membre", "effectif", "en regle"]) => Status::Active,
        () if is(&["suspend"]) => Status::Suspended,
        () if is(&["resign", "demission", "retrait", "left", "withdr"]) => Status::Resigned,
        () if is(&["exclu", "expelled", "radie"]) => Status::Excluded,
        () if is(&["deceased", "decede", "dead", "died", "mort"]) => Status::Deceased,
        () => return Status::from_code(text),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn reading() -> Reading {
        Reading { today: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(), country: Country::Cd, order: day::Order::Dmy }
    }

    #[test]
    fn what_was_there_stays_when_the_text_is_wrong() {
        let mut m = Member { birth: Some(Birth::Year(1990)), ..Member::default() };
        assert_eq!(m.set(Field::Birth, "33/05/1993", &reading()).unwrap_err().id, "err-day-none");
        assert_eq!(m.birth, Some(Birth::Year(1990)));
        assert_eq!(m.set(Field::Surname, " \u{202e} ", &reading()).unwrap_err().id, "err-surname");
        assert_eq!(m.set(Field::Surname, &"x".repeat(201), &reading()).unwrap_err().id, "err-long");
    }

    #[test]
    fn a_surname_is_enough_and_a_minor_warns() {
        let mut m = Member::default();
        assert!(m.check(reading().today).iter().any(|i| i.is_error));
        m.set(Field::Surname, "Kabeya", &reading()).unwrap();
        assert!(m.check(reading().today).is_empty());
        m.set(Field::Birth, "15 ans", &reading()).unwrap();
        assert!(m.check(reading().today).iter().all(|i| !i.is_error && i.text.id == "warn-minor"));
    }

    #[test]
    fn nothing_follows_death_and_every_other_end_can_be_left() {
        for status in Status::ALL {
            assert_eq!(status.next().is_empty(), *status == Status::Deceased);
            assert!(!status.next().contains(status));
            assert_eq!(parse_status(status.code()), Ok(*status));
        }
    }

    #[test]
    fn names_are_written_as_on_the_card() {
        let m = Member {
            surname: "Kabeya".into(),
            post_name: "Ngoyi".into(),
            given_name: "Éléonore".into(),
            ..Member::default()
        };
        assert_eq!(m.full_name(), "KABEYA Ngoyi Éléonore");
        assert_eq!(m.name_key(), "kabeya ngoyi eleonore");
        assert_eq!(m.words_key(), "eleonore kabeya ngoyi");
    }

    proptest! {
        #[test]
        fn what_is_exported_reads_back(
            surname in "[A-Za-zÀ-ÿ' -]{1,30}", birth in "[0-9/~-]{0,10}", phone in "[0-9+ ]{0,14}", note in "\\PC{0,80}",
        ) {
            let mut m = Member::default();
            for (field, text) in [(Field::Surname, &surname), (Field::Birth, &birth), (Field::Phone, &phone), (Field::Note, &note)] {
                let _ = m.set(field, text, &reading());
            }
            let mut again = Member::default();
            for field in Field::ALL.iter().filter(|f| **f != Field::Surname || !m.surname.is_empty()) {
                again.set(*field, &m.get(*field), &reading()).unwrap();
            }
            prop_assert_eq!(again, m);
        }
    }
}
