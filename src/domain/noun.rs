//! Records that are only written down and shown: a card, a relative, a consent. Each is described by a [`Noun`]; one
//! form, one page and one set of statements serve them all.
//!
//! What has rules of its own beyond its fields, such as a member, has a type of its own.

use super::{
    Text,
    account::{ACCOUNT, FUND},
    choice::{self, Choices, choices},
    day,
    due::SCHEDULE,
    fold::fold,
    meeting::{ACTION, CORRECTION, GUEST, ITEM, MANDATE, MEETING, MOTION, ORGAN},
    member::Reading,
    procedure::{PROCEDURE, STEP},
    receipt::PAD,
    signing::SIGNING_POWER,
    takes::Takes,
};
use chrono::NaiveDate;

/// One field of a noun.
#[derive(Debug)]
pub struct Attribute {
    /// The column; the text key of its label is `field-` and this.
    pub code: &'static str,
    /// Text key of the label.
    pub label: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether it must be filled.
    pub required: bool,
    /// Text key of the hint beside it; empty for none.
    pub hint: &'static str,
}

/// One field of a noun: its column, what it takes, and a hint; `!` for one that must be filled.
macro_rules! attribute {
    ($code:literal, $takes:expr) => {
        Attribute { code: $code, label: concat!("field-", $code), takes: $takes, required: false, hint: "" }
    };
    ($code:literal, $takes:expr, $hint:literal) => {
        Attribute { code: $code, label: concat!("field-", $code), takes: $takes, required: false, hint: $hint }
    };
    (! $code:literal, $takes:expr) => {
        Attribute { code: $code, label: concat!("field-", $code), takes: $takes, required: true, hint: "" }
    };
    (! $code:literal, $takes:expr, $hint:literal) => {
        Attribute { code: $code, label: concat!("field-", $code), takes: $takes, required: true, hint: $hint }
    };
}

pub(crate) use attribute;

/// To what a record belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// To a row of that table.
    Of(&'static str),
    /// To any record: table and id.
    Any,
    /// To nobody.
    Nobody,
}

/// Something wrong, or worth a look, with one field: its column, what, and whether it forbids saving.
pub type Remark = (&'static str, Text, bool);

/// A kind of record.
#[derive(Debug)]
pub struct Noun {
    /// Its table; the text key of its name is `noun-` and this.
    pub table: &'static str,
    /// Text key of its name.
    pub text_id: &'static str,
    /// Text key of the heading above several.
    pub heading: &'static str,
    /// To what it belongs.
    pub owner: Owner,
    /// Its fields, in the order of the form.
    pub attributes: &'static [Attribute],
    /// What its line on a page shows, in order.
    pub line: &'static [&'static str],
    /// Rules across fields.
    pub check: fn(&Entry, NaiveDate) -> Vec<Remark>,
}

impl PartialEq for Noun {
    fn eq(&self, other: &Self) -> bool {
        self.table == other.table
    }
}
impl Eq for Noun {}

/// One record of a noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub noun: &'static Noun,
    /// Identity in the book; 0 before it is saved.
    pub id: i64,
    /// Counts the changes; saving needs the one that was read.
    pub rev: i64,
    /// The record it belongs to: table and id; blank and 0 for nobody's.
    pub owner: (&'static str, i64),
    values: Vec<String>,
}

impl Entry {
    /// A new one: days that must be given are today.
    pub fn begun(noun: &'static Noun, owner: (&'static str, i64), today: NaiveDate) -> Self {
        let mut entry = Self::new(noun, owner);
        for (attribute, value) in noun.attributes.iter().zip(&mut entry.values) {
            if attribute.required && attribute.takes == Takes::PastDay {
                *value = today.to_string();
            }
        }
        entry
    }

    /// A blank one.
    pub fn new(noun: &'static Noun, owner: (&'static str, i64)) -> Self {
        Self { noun, id: 0, rev: 0, owner, values: vec![String::new(); noun.attributes.len()] }
    }

    /// One whose values are in their kept form already, in the order of the attributes.
    pub fn kept(noun: &'static Noun, (id, rev): (i64, i64), owner: (&'static str, i64), values: Vec<String>) -> Self {
        Self { noun, id, rev, owner, values }
    }

    /// The value of a field in its kept form; empty when it is blank.
    pub fn get(&self, code: &str) -> &str {
        self.place(code).map_or("", |at| &self.values[at])
    }

    /// The values in their kept form, in the order of the attributes.
    pub fn values(&self) -> &[String] {
        &self.values
    }

    /// A field that is a day.
    pub fn day(&self, code: &str) -> Option<NaiveDate> {
        self.get(code).parse().ok()
    }

    /// The value of a field as people read it and can type it again; of a list the codes.
    pub fn show(&self, at: usize) -> String {
        self.noun.attributes[at].takes.show(&self.values[at])
    }

    /// Reads typed text into a field. What was there stays when the text is wrong.
    ///
    /// # Errors
    /// What is wrong and what would be right.
    pub fn set(&mut self, at: usize, typed: &str, reading: &Reading) -> Result<(), Text> {
        self.values[at] = self.noun.attributes[at].takes.read(typed, reading)?;
        Ok(())
    }

    /// Writes a value that is in its kept form.
    pub fn put(&mut self, code: &str, kept: impl Into<String>) {
        if let Some(at) = self.place(code) {
            self.values[at] = kept.into();
        }
    }

    /// The rules: the place of the field, what is wrong or worth a look, and whether it forbids saving.
    pub fn check(&self, today: NaiveDate) -> Vec<(usize, Text, bool)> {
        let blank = |(at, attribute): (usize, &Attribute)| {
            let missing = attribute.required && self.values[at].is_empty();
            missing.then(|| (at, Text::new("err-required").with("field", Text::new(attribute.label)), true))
        };
        let mut found: Vec<_> = self.noun.attributes.iter().enumerate().filter_map(blank).collect();
        let more = (self.noun.check)(self, today).into_iter();
        found.extend(more.map(|(code, text, is_error)| (self.place(code).unwrap_or(0), text, is_error)));
        found
    }

    /// The places of the fields that cannot be blank: always, or in this record by its rules.
    pub fn required(&self) -> Vec<usize> {
        let mut blank = self.clone();
        for (value, attribute) in blank.values.iter_mut().zip(self.noun.attributes) {
            if !matches!(attribute.takes, Takes::Fixed(_)) {
                value.clear();
            }
        }
        let found = blank.check(NaiveDate::default()).into_iter();
        found.filter(|(_, text, _)| text.id == "err-required").map(|(at, ..)| at).collect()
    }

    fn place(&self, code: &str) -> Option<usize> {
        self.noun.attributes.iter().position(|attribute| attribute.code == code)
    }
}

/// Kinds of papers that the State gives a miner (practice.md §1).
pub static CARD_KINDS: Choices = choices!("card-";
    "miner" => ["carte de creuseur", "exploitant artisanal", "miner card", "cea"],
    "trader" => ["negociant", "dealer", "negociante"],
    "diver" => ["plongeur", "plongee"],
    "dredge" => ["drague", "dragueur"],
    "licence" => ["licence", "license"],
);

/// How somebody is related.
pub static RELATIONS: Choices = choices!("relation-";
    "spouse" => ["epoux", "epouse", "conjoint", "conjointe", "mari", "femme", "husband", "wife"],
    "child" => ["enfant", "fils", "fille", "son", "daughter"],
    "parent" => ["pere", "mere", "father", "mother"],
    "sibling" => ["frere", "soeur", "brother", "sister"],
    "other_kin" => ["oncle", "tante", "neveu", "niece", "cousin", "cousine", "uncle", "aunt", "nephew"],
    "guardian" => ["tuteur", "tutrice"],
    "friend" => ["ami", "amie", "voisin"],
);

/// For what somebody consents that data are kept (DR Congo: Digital Code, book III; law.md §6).
pub static PURPOSES: Choices = choices!("purpose-";
    "register" => ["registre", "fichier"],
    "authorities" => ["administration", "division des mines", "saemape"],
    "buyers" => ["acheteurs", "tracabilite", "traceability"],
    "household" => ["menage", "enquete"],
    "photo" => ["photographie", "picture"],
    "messages" => ["sms", "telephone"],
);

/// Kinds of files.
pub static FILE_KINDS: Choices = choices!("file-";
    "photo" => ["image", "picture"],
    "form" => ["fiche", "formulaire"],
    "id" => ["piece d identite", "identity paper"],
    "card" => ["carte"],
    "letter" => ["lettre", "demande"],
    "certificate" => ["certificat", "attestation", "acte"],
    "minutes" => ["pv", "proces verbal", "pv signe"],
    "other" => ["autre"],
);

pub(super) fn nothing(_: &Entry, _: NaiveDate) -> Vec<Remark> {
    Vec::new()
}

/// Things with a name are told apart by its letters and figures.
fn named(entry: &Entry, _: NaiveDate) -> Vec<Remark> {
    let name = entry.get("name");
    let is_sign = !name.is_empty() && fold(name).is_empty();
    is_sign.then(|| ("name", Text::new("err-name-sign").with("name", name), true)).into_iter().collect()
}

/// Warns when a day comes before the one it follows.
pub(super) fn in_order(entry: &Entry, first: &'static str, then: &'static str) -> Option<Remark> {
    let (a, b) = (entry.day(first)?, entry.day(then)?);
    (b < a).then(|| (then, Text::new("err-day-order").with("day", day::show(a)), true))
}

/// A paper the State gives: miner cards one row a year, and other permits.
pub static CARD: Noun = Noun {
    table: "card",
    text_id: "noun-card",
    heading: "nouns-card",
    owner: Owner::Of("member"),
    attributes: &[
        attribute!(!"kind", Takes::One(CARD_KINDS)),
        attribute!("number", Takes::Text),
        attribute!("office", Takes::Text, "hint-office"),
        attribute!("issued_on", Takes::PastDay, "hint-day"),
        attribute!("expires_on", Takes::Day, "hint-day"),
        attribute!("zone", Takes::Text),
        attribute!("substances", Takes::Some(choice::SUBSTANCES)),
        attribute!("fee", Takes::Amount, "hint-amount"),
        attribute!("receipt", Takes::Text),
        attribute!("note", Takes::Text),
    ],
    line: &["kind", "number", "issued_on", "expires_on"],
    check: |card, today| {
        let expired = card.day("expires_on").filter(|day| *day < today);
        let expired =
            expired.map(|day| ("expires_on", Text::new("warn-card-expired").with("day", day::show(day)), false));
        in_order(card, "issued_on", "expires_on").into_iter().chain(expired).collect()
    },
};

/// Next of kin and heirs.
pub static KIN: Noun = Noun {
    table: "kin",
    text_id: "noun-kin",
    heading: "nouns-kin",
    owner: Owner::Of("member"),
    attributes: &[
        attribute!(!"name", Takes::Text),
        attribute!(!"relation", Takes::One(RELATIONS)),
        attribute!("number", Takes::Member, "hint-kin-number"),
        attribute!("phone", Takes::Phone),
        attribute!("address", Takes::Text),
        attribute!("heir_percent", Takes::Count(100), "hint-percent"),
        attribute!("note", Takes::Text),
    ],
    line: &["name", "relation", "phone", "heir_percent"],
    check: nothing,
};

/// Consent to one purpose, dated, which can be withdrawn.
pub static CONSENT: Noun = Noun {
    table: "consent",
    text_id: "noun-consent",
    heading: "nouns-consent",
    owner: Owner::Of("member"),
    attributes: &[
        attribute!(!"purpose", Takes::One(PURPOSES)),
        attribute!(!"given_on", Takes::PastDay, "hint-day"),
        attribute!("mark", Takes::One(choice::MARKS)),
        attribute!("withdrawn_on", Takes::PastDay, "hint-day"),
        attribute!("note", Takes::Text),
    ],
    line: &["purpose", "given_on", "withdrawn_on"],
    check: |consent, _| in_order(consent, "given_on", "withdrawn_on").into_iter().collect(),
};

/// What was said of a record on a day.
pub static NOTE: Noun = Noun {
    table: "note",
    text_id: "noun-note",
    heading: "nouns-note",
    owner: Owner::Any,
    attributes: &[attribute!(!"noted_on", Takes::PastDay, "hint-day"), attribute!(!"text", Takes::Lines)],
    line: &["noted_on", "text"],
    check: nothing,
};

/// Where a paper of a record lies, and the hash that shows whether it is still the same.
pub static FILE: Noun = Noun {
    table: "file",
    text_id: "noun-file",
    heading: "nouns-file",
    owner: Owner::Any,
    attributes: &[
        attribute!(!"kind", Takes::One(FILE_KINDS)),
        attribute!(!"path", Takes::Text, "hint-path"),
        attribute!("note", Takes::Text),
    ],
    line: &["kind", "path", "note"],
    check: nothing,
};

/// A site where members work.
pub static SITE: Noun = Noun {
    table: "site",
    text_id: "noun-site",
    heading: "nouns-site",
    owner: Owner::Nobody,
    attributes: &[
        attribute!(!"name", Takes::Text),
        attribute!("province", Takes::Text),
        attribute!("territory", Takes::Text),
        attribute!("village", Takes::Text),
        attribute!("zone", Takes::Text, "hint-zone"),
        attribute!("substances", Takes::Some(choice::SUBSTANCES)),
        attribute!("latitude", Takes::Degrees(90), "hint-degrees"),
        attribute!("longitude", Takes::Degrees(180), "hint-degrees"),
        attribute!("closed_on", Takes::PastDay, "hint-day"),
        attribute!("note", Takes::Lines),
    ],
    line: &["name", "territory", "zone"],
    check: named,
};

/// Where a member worked, and since when; the one without an end is the present place.
pub static PLACEMENT: Noun = Noun {
    table: "placement",
    text_id: "noun-placement",
    heading: "nouns-placement",
    owner: Owner::Of("member"),
    attributes: &[
        attribute!("site", Takes::Site, "hint-proposals"),
        attribute!("team", Takes::Team, "hint-proposals"),
        attribute!("from_on", Takes::PastDay, "hint-day"),
        attribute!("until_on", Takes::PastDay, "hint-day"),
    ],
    line: &["site", "team", "from_on", "until_on"],
    check: |placement, _| {
        let is_nowhere = placement.get("site").is_empty() && placement.get("team").is_empty();
        let nowhere = is_nowhere.then(|| ("site", Text::new("err-move-nowhere"), true));
        in_order(placement, "from_on", "until_on").into_iter().chain(nowhere).collect()
    },
};

/// A team or a pit.
pub static TEAM: Noun = Noun {
    table: "team",
    text_id: "noun-team",
    heading: "nouns-team",
    owner: Owner::Nobody,
    attributes: &[
        attribute!(!"name", Takes::Text),
        attribute!("site", Takes::Site, "hint-proposals"),
        attribute!("leader_number", Takes::Member, "hint-leader"),
        attribute!("closed_on", Takes::PastDay, "hint-day"),
        attribute!("note", Takes::Lines),
    ],
    line: &["name", "site", "leader_number"],
    check: named,
};

/// People who live together.
pub static HOUSEHOLD: Noun = Noun {
    table: "household",
    text_id: "noun-household",
    heading: "nouns-household",
    owner: Owner::Nobody,
    attributes: &[
        attribute!(!"name", Takes::Text),
        attribute!("village", Takes::Text),
        attribute!("head_number", Takes::Member, "hint-leader"),
        attribute!("note", Takes::Lines),
    ],
    line: &["name", "village"],
    check: named,
};

/// All nouns.
pub static NOUNS: &[&Noun] = &[
    &CARD,
    &KIN,
    &CONSENT,
    &PLACEMENT,
    &PROCEDURE,
    &STEP,
    &NOTE,
    &FILE,
    &SITE,
    &TEAM,
    &HOUSEHOLD,
    &ORGAN,
    &MANDATE,
    &MEETING,
    &ITEM,
    &GUEST,
    &ACCOUNT,
    &FUND,
    &SCHEDULE,
    &PAD,
    &SIGNING_POWER,
    &MOTION,
    &ACTION,
    &CORRECTION,
];

/// The noun of that table.
pub fn find(table: &str) -> Option<&'static Noun> {
    NOUNS.iter().copied().find(|noun| noun.table == table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Country;

    #[test]
    fn what_must_be_there_and_what_must_follow_is_said() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let reading = Reading { today, country: Country::Cd, order: day::Order::Dmy };
        let mut card = Entry::new(&CARD, ("member", 7));
        assert_eq!(card.check(today)[0].1.id, "err-required");
        card.set(0, "carte de creuseur", &reading).unwrap();
        card.set(3, "1/3/26", &reading).unwrap();
        card.set(4, "1/2/26", &reading).unwrap();
        assert_eq!(card.get("kind"), "miner");
        let ids: Vec<&str> = card.check(today).into_iter().map(|(_, text, _)| text.id).collect();
        assert_eq!(ids, ["err-day-order", "warn-card-expired"]);
        card.set(4, "1/3/27", &reading).unwrap();
        assert!(card.check(today).is_empty());
        assert_eq!(card.show(4), "01/03/2027");
    }

    #[test]
    fn every_line_names_fields_that_are_there() {
        for noun in NOUNS {
            assert!(noun.line.iter().all(|code| noun.attributes.iter().any(|a| a.code == *code)), "{}", noun.table);
            assert_eq!(find(noun.table), Some(*noun));
        }
    }
}
