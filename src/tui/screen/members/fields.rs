//! The fields of the form of a member: their order, their headings, and what each takes.

use crate::{
    domain::{
        Text,
        fold::{clean, fold},
        member::{Field, IdType, Member, Sex, Status},
        noun::HOUSEHOLD,
        work::WORKS,
    },
    store,
    tui::{
        screen::Cx,
        widget::draft::{Kind, Spec, choices, matching},
    },
};

const fn spec(field: Field, kind: Kind, hint: &'static str) -> Spec {
    Spec { code: field.code(), label: field.text_id(), kind, hint, required: matches!(field, Field::Surname) }
}

/// A field that is only written down.
const fn more(field: Field, hint: &'static str) -> Spec {
    let kind = match field {
        Field::Team | Field::Household => Kind::Proposals,
        _ => match field.takes() {
            Some(takes) => Kind::of(takes),
            None => Kind::Text,
        },
    };
    spec(field, kind, hint)
}

/// Fields of a new member, those of the paper form first; a known one has its status changed with a date and a reason,
/// and its miner cards one a year, not here.
pub static FIELDS: &[Spec] = &[
    spec(Field::Surname, Kind::Text, ""),
    spec(Field::PostName, Kind::Text, ""),
    spec(Field::GivenName, Kind::Text, ""),
    spec(Field::Sex, Kind::Choice, "hint-sex"),
    spec(Field::Birth, Kind::Digits, "hint-birth"),
    spec(Field::Phone, Kind::Digits, ""),
    spec(Field::Village, Kind::Proposals, "hint-proposals"),
    spec(Field::Site, Kind::Proposals, "hint-proposals"),
    spec(Field::Role, Kind::Choice, "hint-role"),
    spec(Field::KnownAs, Kind::Text, ""),
    spec(Field::JoinedOn, Kind::Digits, "hint-day"),
    spec(Field::FormerNumber, Kind::Text, "hint-former-number"),
    spec(Field::IdType, Kind::Choice, ""),
    spec(Field::IdNumber, Kind::Text, ""),
    spec(Field::IdPlace, Kind::Text, ""),
    more(Field::IdIssuedOn, "hint-day"),
    spec(Field::IdExpiresOn, Kind::Digits, "hint-day"),
    more(Field::BirthPlace, ""),
    more(Field::Nationality, ""),
    more(Field::Province, ""),
    more(Field::Territory, ""),
    more(Field::Sector, ""),
    more(Field::Groupement, ""),
    more(Field::Address, ""),
    more(Field::Phone2, ""),
    more(Field::Wallet, "hint-wallet"),
    more(Field::WalletName, ""),
    more(Field::Team, "hint-proposals"),
    more(Field::MiningSince, "hint-year"),
    more(Field::WorkTime, ""),
    more(Field::Substances, "hint-role"),
    more(Field::Tools, ""),
    more(Field::FinancedBy, ""),
    more(Field::LicenceHolder, "hint-licence"),
    more(Field::Household, "hint-household"),
    more(Field::MaritalStatus, ""),
    more(Field::Dependants, ""),
    more(Field::ChildrenInSchool, ""),
    more(Field::Literacy, ""),
    more(Field::Languages, ""),
    more(Field::OtherIncome, ""),
    more(Field::SeasonIncome, "hint-amount"),
    more(Field::AppliedOn, "hint-day"),
    more(Field::AdmittedBy, ""),
    more(Field::ValidatedOn, "hint-validated"),
    more(Field::ValidatedBy, "hint-decision"),
    more(Field::Shares, ""),
    more(Field::SharesPaid, ""),
    more(Field::FormNumber, "hint-form-number"),
    more(Field::FormOn, "hint-day"),
    more(Field::Enumerator, ""),
    more(Field::Mark, ""),
    more(Field::VerifiedBy, ""),
    more(Field::VerifiedOn, "hint-day"),
    more(Field::ReregisteredOn, "hint-day"),
    spec(Field::Note, Kind::Note, ""),
    more(Field::CardNumber, "hint-card"),
    more(Field::CardExpiresOn, "hint-day"),
    spec(Field::Status, Kind::Choice, ""),
];
/// How many at the end are only asked of somebody new.
pub const ONLY_NEW: usize = 3;

/// The fields in the order of the form.
pub fn all() -> impl Iterator<Item = Field> {
    FIELDS.iter().filter_map(|spec| Field::from_code(spec.code).ok())
}

/// The heading above a field; empty when it goes on under the one before.
pub const fn section(field: Field) -> &'static str {
    match field {
        Field::Surname => "section-identity",
        Field::BirthPlace => "section-origin",
        Field::Team => "section-work",
        Field::Household => "section-household",
        Field::AppliedOn => "section-membership",
        Field::FormNumber => "section-source",
        _ => "",
    }
}

/// Codes and text keys of a field that is one or some of a list.
pub fn choices_of(field: Field) -> Vec<(&'static str, &'static str)> {
    match field {
        Field::Sex => Sex::ALL.iter().map(|s| (s.code(), s.text_id())).collect(),
        Field::Role => WORKS.iter().map(|w| (w.code, w.text_id)).collect(),
        Field::IdType => IdType::ALL.iter().map(|t| (t.code(), t.text_id())).collect(),
        Field::Status => Status::ENTRY.iter().map(|s| (s.code(), s.text_id())).collect(),
        field => choices(field.takes()),
    }
}

/// What the book already has for a field of `member` of which `typed` is there.
///
/// # Errors
/// When the book cannot be read.
pub fn proposals_of(member: &Member, field: Field, typed: &str, cx: &Cx) -> store::Result<Vec<String>> {
    let has_begun = typed.chars().count() >= 3;
    Ok(match field {
        Field::Village if has_begun => matching(cx.reader.villages(typed)?.iter().map(String::as_str), typed),
        Field::Site if has_begun => matching(cx.reader.sites()?.iter().map(|(_, name)| name.as_str()), typed),
        Field::Team => matching(cx.reader.teams_of(&member.site)?.iter().map(String::as_str), typed),
        Field::Household if has_begun => cx.reader.households(typed)?,
        _ => Vec::new(),
    })
}

/// Whether somebody comes into a household that lives in another village: two may bear one name.
///
/// # Errors
/// When the book cannot be read.
pub fn other_household(member: &Member, cx: &Cx) -> store::Result<Option<String>> {
    let name = member.kept(Field::Household);
    let found = cx.reader.household_by_name(name)?;
    let own = cx.reader.household_of(member.id)?.map(|(id, _)| id);
    let Some(id) = found.filter(|_| found != own && !member.village.is_empty()) else { return Ok(None) };
    let household = cx.reader.entry(&HOUSEHOLD, id)?;
    let village = household.get("village");
    if village.is_empty() || fold(village) == fold(&member.village) {
        return Ok(None);
    }
    let text = Text::new("household-other").with("name", name).with("village", village);
    Ok(Some(cx.lang.text(&text.with("own", format!("{name} ({})", member.village)))))
}

/// Why a member cannot have been entered from a form with that number. A reading error costs the word beside the field:
/// whoever saves is refused all the same.
pub fn taken_form(member: &Member, number: &str, cx: &Cx) -> Option<Text> {
    cx.reader.form_number_taken(member.id, &clean(number)).ok().flatten()
}
