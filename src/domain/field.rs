//! What is recorded of a member: the one list by which forms, import, export and the log name fields.

use super::{birth::Birth, book::codes, choice, day, member::Member, member::show_number, phone, takes::Takes};

codes!(
    /// What is recorded of a member. The code is the header of the export and the name in the log; the text key is
    /// `field-` and the code.
    Field, "err-field", "field-",
    /// Member number, given on admission.
    Number = "number",
    /// Number in the register kept before.
    FormerNumber = "former_number",
    /// Surname; the only one that is required.
    Surname = "surname",
    /// Post-name (*post-nom*).
    PostName = "post_name",
    /// Given name.
    GivenName = "given_name",
    /// Name people use.
    KnownAs = "known_as",
    /// Sex.
    Sex = "sex",
    /// Birth date, year or age.
    Birth = "birth",
    /// Telephone.
    Phone = "phone",
    /// Village.
    Village = "village",
    /// Site where the person works.
    Site = "site",
    /// Kinds of work.
    Role = "role",
    /// Status.
    Status = "status",
    /// Day of admission.
    JoinedOn = "joined_on",
    /// Kind of identity paper.
    IdType = "id_type",
    /// Its number.
    IdNumber = "id_number",
    /// Where it was issued.
    IdPlace = "id_place",
    /// When it expires.
    IdExpiresOn = "id_expires_on",
    /// Anything else.
    Note = "note",
    /// Place of birth.
    BirthPlace = "birth_place",
    /// Nationality.
    Nationality = "nationality",
    /// Province of origin.
    Province = "province",
    /// Territory or district of origin.
    Territory = "territory",
    /// Sector, chiefdom (*secteur, chefferie*).
    Sector = "sector",
    /// Group of villages (*groupement*).
    Groupement = "groupement",
    /// Where the person lives now.
    Address = "address",
    /// A second telephone.
    Phone2 = "phone_2",
    /// Number of the mobile-money account.
    Wallet = "wallet",
    /// In whose name that account is.
    WalletName = "wallet_name",
    /// When the identity paper was issued.
    IdIssuedOn = "id_issued_on",
    /// What the person put on the paper form.
    Mark = "mark",
    /// Number of the last miner card.
    CardNumber = "card_number",
    /// Until when the last miner card runs.
    CardExpiresOn = "card_expires_on",
    /// Team or pit.
    Team = "team",
    /// Who holds the licence under which the person works (Sierra Leone).
    LicenceHolder = "licence_holder",
    /// Year in which the person began to mine.
    MiningSince = "mining_since",
    /// How much of the year the person mines.
    WorkTime = "work_time",
    /// Minerals.
    Substances = "substances",
    /// Tools of the person's own.
    Tools = "tools",
    /// Who pays for food and tools.
    FinancedBy = "financed_by",
    /// Household.
    Household = "household",
    /// Marital status.
    MaritalStatus = "marital_status",
    /// How many people live on the person's work.
    Dependants = "dependants",
    /// How many of them go to school.
    ChildrenInSchool = "children_in_school",
    /// Whether the person reads and writes.
    Literacy = "literacy",
    /// Languages.
    Languages = "languages",
    /// What else the person lives on.
    OtherIncome = "other_income",
    /// Income of the last season.
    SeasonIncome = "season_income",
    /// Day of the written application.
    AppliedOn = "applied_on",
    /// The body that admitted.
    AdmittedBy = "admitted_by",
    /// Day on which the assembly validated the admission.
    ValidatedOn = "validated_on",
    /// By which decision.
    ValidatedBy = "validated_by",
    /// Shares subscribed.
    Shares = "shares",
    /// Shares paid up.
    SharesPaid = "shares_paid",
    /// Number of the paper form.
    FormNumber = "form_number",
    /// Day of the paper form.
    FormOn = "form_on",
    /// Who filled the form with the person.
    Enumerator = "enumerator",
    /// Who verified what stands here.
    VerifiedBy = "verified_by",
    /// When.
    VerifiedOn = "verified_on",
    /// Day of the last registration anew.
    ReregisteredOn = "reregistered_on",
);

impl Field {
    /// What a field takes that is only written down; `None` for those that have a type of their own in [`Member`].
    pub const fn takes(self) -> Option<Takes> {
        Some(match self {
            Self::BirthPlace
            | Self::Nationality
            | Self::Province
            | Self::Territory
            | Self::Sector
            | Self::Groupement
            | Self::Address
            | Self::WalletName
            | Self::CardNumber
            | Self::Team
            | Self::LicenceHolder
            | Self::Tools
            | Self::FinancedBy
            | Self::Household
            | Self::Languages
            | Self::OtherIncome
            | Self::ValidatedBy
            | Self::FormNumber
            | Self::Enumerator
            | Self::VerifiedBy => Takes::Text,
            Self::Phone2 | Self::Wallet => Takes::Phone,
            Self::CardExpiresOn => Takes::Day,
            Self::IdIssuedOn
            | Self::AppliedOn
            | Self::ValidatedOn
            | Self::FormOn
            | Self::VerifiedOn
            | Self::ReregisteredOn => Takes::PastDay,
            Self::MiningSince => Takes::Year,
            Self::Dependants | Self::ChildrenInSchool => Takes::Count(99),
            Self::Shares | Self::SharesPaid => Takes::Count(1_000_000),
            Self::SeasonIncome => Takes::Amount,
            Self::Mark => Takes::One(choice::MARKS),
            Self::WorkTime => Takes::One(choice::WORK_TIMES),
            Self::Substances => Takes::Some(choice::SUBSTANCES),
            Self::MaritalStatus => Takes::One(choice::MARITAL),
            Self::Literacy => Takes::One(choice::LITERACY),
            Self::AdmittedBy => Takes::One(choice::ADMITTERS),
            _ => return None,
        })
    }

    /// Names, telephones and papers of a person: left out of what others may see (law.md §6, AUSCOOP art. 351).
    pub const fn is_private(self) -> bool {
        matches!(
            self,
            Self::Birth
                | Self::BirthPlace
                | Self::Phone
                | Self::Phone2
                | Self::Address
                | Self::Wallet
                | Self::WalletName
                | Self::IdType
                | Self::IdNumber
                | Self::IdPlace
                | Self::IdIssuedOn
                | Self::IdExpiresOn
                | Self::FinancedBy
                | Self::MaritalStatus
                | Self::Dependants
                | Self::ChildrenInSchool
                | Self::Literacy
                | Self::OtherIncome
                | Self::SeasonIncome
                | Self::Note
        )
    }
}

impl Member {
    /// One field as people read it and can type it again; of a choice the codes.
    pub fn show(&self, field: Field) -> String {
        match field {
            Field::Number => self.number.map(show_number).unwrap_or_default(),
            Field::Birth => self.birth.map(Birth::show).unwrap_or_default(),
            Field::Phone => phone::show(&self.phone),
            Field::JoinedOn => self.joined_on.map(day::show).unwrap_or_default(),
            Field::IdExpiresOn => self.id_expires_on.map(day::show).unwrap_or_default(),
            _ => match field.takes() {
                Some(takes) => takes.show(self.kept(field)),
                None => self.get(field),
            },
        }
    }

    /// `0147 KABEYA Ngoyi Éléonore`, or the name alone before admission.
    pub fn heading(&self) -> String {
        match self.number {
            Some(number) => format!("{} {}", show_number(number), self.full_name()),
            None => self.full_name(),
        }
    }
}
