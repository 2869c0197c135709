//! Two records of one person become one: which of them stays, and what the other gives to it.
//!
//! The record that stays is the one that was admitted, of two the one with the lower number, else the older one; whoever
//! merges may exchange them, as long as nobody who was admitted goes into somebody who was not. It keeps its number; the
//! other's stays void and is found all the same.
//!
//! Of each field that differs one value is proposed: where only one record has any, that one; the name with more words; the
//! earlier day of the application and of the admission; the birth that is known better, day, year or age; of two statuses
//! the one that began last, because a second registration is no return from exclusion or death; else what the record that
//! stays has. A name is one choice with all its parts, and so is the place of work, the team with its site; what belongs
//! to an identity paper or to a wallet comes from where its number comes from. Cards, kin, consents, papers and notes of
//! both stay, whatever is chosen.

use super::{
    Text,
    birth::Birth,
    member::{Field, Member, Status},
};

/// From which record a value comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// From the record that stays.
    Kept,
    /// From the one that goes.
    Gone,
}

/// A field in which the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: Field,
    /// Whose value is taken.
    pub side: Side,
}

/// Two records, and what one of them will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The record that stays, as it was read.
    pub kept: Member,
    /// The one that goes.
    pub gone: Member,
    /// The fields that differ, in the order in which fields stand.
    pub differences: Vec<Difference>,
}

/// What comes with another field.
const TOGETHER: &[(Field, &[Field])] = &[
    (Field::Surname, &[Field::PostName, Field::GivenName]),
    (Field::IdNumber, &[Field::IdType, Field::IdPlace, Field::IdIssuedOn, Field::IdExpiresOn]),
    (Field::Wallet, &[Field::WalletName]),
    (Field::Site, &[Field::Team]),
];

/// Fields that are not chosen: the number stays, and cards are records of their own.
const NOT_CHOSEN: &[Field] = &[Field::Number, Field::CardNumber, Field::CardExpiresOn];

impl Merge {
    /// Of two records of one person.
    pub fn of(a: Member, b: Member) -> Self {
        let rank = |m: &Member| (!m.status.is_admitted(), m.number.is_none(), m.number, m.id);
        let (kept, gone) = if rank(&a) <= rank(&b) { (a, b) } else { (b, a) };
        let mut merge = Self { kept, gone, differences: Vec::new() };
        merge.propose();
        merge
    }

    /// The other record stays instead.
    ///
    /// # Errors
    /// When it was never admitted and this one was.
    pub fn exchange(&mut self) -> Result<(), Text> {
        if self.kept.number.is_some() && self.gone.number.is_none() {
            return Err(Text::new("err-merge-number"));
        }
        std::mem::swap(&mut self.kept, &mut self.gone);
        self.propose();
        Ok(())
    }

    /// The fields of which the value is taken from the one that goes.
    pub fn taken(&self) -> impl Iterator<Item = Field> {
        self.differences.iter().filter(|d| d.side == Side::Gone).map(|d| d.field)
    }

    /// Whether the place of work is taken from the one that goes.
    pub fn takes_place(&self) -> bool {
        self.taken().any(|field| field == Field::Site)
    }

    /// The record that stays as it will be, but for the place of work, which has a history of its own.
    pub fn result(&self) -> Member {
        let mut member = self.kept.clone();
        for field in self.taken().filter(|field| *field != Field::Site) {
            member.copy(field, &self.gone);
            for with in with(field) {
                member.copy(*with, &self.gone);
            }
            if field == Field::Status {
                member.status_on = self.gone.status_on;
            }
        }
        member
    }

    /// What speaks against one person, or is lost: worth a look before merging, and no more than that.
    pub fn doubts(&self) -> Vec<Text> {
        let (a, b) = (&self.kept, &self.gone);
        let mut doubts = Vec::new();
        if a.sex.zip(b.sex).is_some_and(|(x, y)| x != y) {
            doubts.push(Text::new("warn-merge-sex"));
        }
        if a.birth.zip(b.birth).is_some_and(|(x, y)| (x.year() - y.year()).abs() > 2) {
            doubts.push(Text::new("warn-merge-birth"));
        }
        if differs(a, b, Field::IdNumber) && a.id_type == b.id_type && is_both(a, b, Field::IdNumber) {
            doubts.push(Text::new("warn-merge-paper"));
        }
        if is_both(a, b, Field::Shares) {
            doubts.push(Text::new("warn-merge-shares"));
        }
        doubts
    }

    fn propose(&mut self) {
        let (kept, gone) = (&self.kept, &self.gone);
        let fields = Field::ALL.iter().copied().filter(|field| !NOT_CHOSEN.contains(field) && !is_with(*field));
        let differing = fields
            .filter(|field| differs(kept, gone, *field) || with(*field).iter().any(|with| differs(kept, gone, *with)));
        self.differences = differing.map(|field| Difference { field, side: proposed(kept, gone, field) }).collect();
    }
}

/// The fields that come with another.
pub fn with(field: Field) -> &'static [Field] {
    TOGETHER.iter().find(|(first, _)| *first == field).map_or(&[], |(_, with)| with)
}

fn is_with(field: Field) -> bool {
    TOGETHER.iter().any(|(_, with)| with.contains(&field))
}

fn differs(a: &Member, b: &Member, field: Field) -> bool {
    a.get(field) != b.get(field)
}

fn is_both(a: &Member, b: &Member, field: Field) -> bool {
    !a.get(field).is_empty() && !b.get(field).is_empty()
}

fn proposed(kept: &Member, gone: &Member, field: Field) -> Side {
    let is_blank = |m: &Member| m.get(field).is_empty() && with(field).iter().all(|with| m.get(*with).is_empty());
    let take = match field {
        Field::Status => {
            let is_later = gone.status_on > kept.status_on;
            gone.status != Status::Applicant && (kept.status == Status::Applicant || is_later)
        }
        _ if is_blank(kept) => true,
        _ if is_blank(gone) => false,
        Field::JoinedOn | Field::AppliedOn => gone.get(field) < kept.get(field),
        Field::Surname => gone.words_key().split(' ').count() > kept.words_key().split(' ').count(),
        Field::Birth => {
            let is_better = |(x, y): (Birth, Birth)| exactness(y) > exactness(x) && (x.year() - y.year()).abs() <= 2;
            kept.birth.zip(gone.birth).is_some_and(is_better)
        }
        _ => false,
    };
    if take { Side::Gone } else { Side::Kept }
}

/// How well a birth is known.
const fn exactness(birth: Birth) -> u8 {
    match birth {
        Birth::Day(_) => 2,
        Birth::Year(_) => 1,
        Birth::About(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::member::IdType;
    use chrono::NaiveDate;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    fn member(id: i64, number: Option<i64>) -> Member {
        let status = if number.is_some() { Status::Active } else { Status::Applicant };
        Member { id, number, status, surname: "Kabeya".into(), ..Member::default() }
    }

    fn sides(merge: &Merge) -> Vec<(Field, Side)> {
        merge.differences.iter().map(|d| (d.field, d.side)).collect()
    }

    #[test]
    fn who_was_admitted_first_stays() {
        let kept = |a: Member, b: Member| Merge::of(a, b).kept.id;
        assert_eq!(kept(member(1, None), member(2, Some(9))), 2);
        assert_eq!(kept(member(1, Some(9)), member(2, Some(3))), 2);
        assert_eq!(kept(member(7, None), member(2, None)), 2);
        let mut merge = Merge::of(member(1, None), member(2, Some(9)));
        assert_eq!(merge.exchange().unwrap_err().id, "err-merge-number");
        let mut merge = Merge::of(member(1, Some(9)), member(2, Some(3)));
        merge.exchange().unwrap();
        assert_eq!(merge.kept.id, 1);
    }

    #[test]
    fn what_is_proposed_follows_rules() {
        use Side::{Gone, Kept};
        let kept = Member {
            birth: Some(Birth::Year(1980)),
            joined_on: day("2021-05-01"),
            status_on: day("2021-05-01"),
            village: "Muya".into(),
            id_type: Some(IdType::Voter),
            id_number: "11".into(),
            ..member(1, Some(1))
        };
        let gone = Member {
            birth: Birth::from_stored("1981-03-02"),
            joined_on: day("2020-02-01"),
            status: Status::Deceased,
            status_on: day("2025-01-31"),
            village: "Boya".into(),
            phone: "+243812345678".into(),
            id_type: Some(IdType::Passport),
            id_number: "OP7".into(),
            id_place: "Kinshasa".into(),
            ..member(2, Some(2))
        };
        let merge = Merge::of(kept, gone);
        let expected = [
            (Field::Birth, Gone),
            (Field::Phone, Gone),
            (Field::Village, Kept),
            (Field::Status, Gone),
            (Field::JoinedOn, Gone),
            (Field::IdNumber, Kept),
        ];
        assert_eq!(sides(&merge), expected);
        let result = merge.result();
        assert_eq!((result.id, result.number, result.id_place.as_str()), (1, Some(1), ""), "no place of another paper");
        assert_eq!((result.status, result.status_on), (Status::Deceased, day("2025-01-31")));
        assert_eq!((result.joined_on, result.phone.as_str()), (day("2020-02-01"), "+243812345678"));
        assert!(merge.doubts().is_empty());
    }

    #[test]
    fn a_place_is_one_choice_and_an_application_no_return() {
        let mut gone = Member { status_on: day("2026-01-01"), site: "Luamuela".into(), ..member(2, None) };
        gone.put(Field::Team, "Puits 3".into());
        let merge = Merge::of(Member { status: Status::Excluded, ..member(1, Some(1)) }, gone);
        assert_eq!(sides(&merge), [(Field::Site, Side::Gone), (Field::Status, Side::Kept)]);
        assert!(merge.takes_place());
        assert_eq!(merge.result().site, "", "the place has a history of its own");
    }

    #[test]
    fn contradictions_are_said() {
        use crate::domain::member::Sex;
        let a = Member { sex: Some(Sex::F), birth: Some(Birth::Year(1960)), id_number: "1".into(), ..member(1, None) };
        let b = Member { sex: Some(Sex::M), birth: Some(Birth::Year(1985)), id_number: "2".into(), ..member(2, None) };
        let doubts: Vec<&str> = Merge::of(a, b).doubts().iter().map(|text| text.id).collect();
        assert_eq!(doubts, ["warn-merge-sex", "warn-merge-birth", "warn-merge-paper"]);
    }
}
