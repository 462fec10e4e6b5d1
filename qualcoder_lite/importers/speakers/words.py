"""The words that tell speakers' labels from other words before a colon. English; other languages can be added here."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Words that name a speaker by themselves, before a number or a colon.
TELLING = _words(
    """
    interviewer interviewers int researcher moderator facilitator participant respondent interviewee
    """
)

#: Words that stand before a colon, or alone on a line, without anybody being named by them.
NEVER = _words(
    """
    yeah yes yep no nope nah ok okay right well so but and or note notes nb ps eg etc example warning
    important remember date time place location venue title subject topic transcript transcription transcriber
    interview duration length recording recorded file page site setting summary background introduction
    conclusion appendix section part chapter heading contents context method methods findings references source
    sources version status project study http https www mailto tel email phone name age gender laughter laughs
    laughing pause silence crying inaudible end monday tuesday wednesday thursday friday saturday sunday january
    february march july september october november december today tomorrow yesterday firstly
    secondly thirdly finally anyway however basically honestly actually also then again first second third next
    last speaker text author authors editor publisher published copyright figure
    crosstalk coughs coughing sighs cries music noise unclear redacted anonymised applause chuckles interruption
    overtalking silent nods
    table box key step point option case aim aims objective objectives
    """
)

#: Words of sentences: a label that has one of them is none.
IN_NO_LABEL = _words(
    """
    my your his her our their this that these those what why how when where who which because if then it he she
    they we you is was were are am be been being to with in on at as not do does did have has had can could
    would should said say says asked think thought mean means there here about from into than some any one
    """
)

#: Words that may be in lower case within a name.
SMALL = _words(
    """
    and of the de da di du la le van von der den ten bin al el y e s d worker
    """
)

#: Titles that stand before a name.
PERSON_TITLES = _words(
    """
    Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Baron Rev Reverend Senator Councillor Cllr Judge
    Sister Nurse Hon
    """
)

#: What the label of somebody who speaks for an office begins with, and what may follow “The”.
OFFICE_TITLES = (*sorted(PERSON_TITLES), "The", "Rt Hon", "Right Hon", "Viscount", "Earl", "Minister", "Chair")
OFFICES = _words(
    """
    chair chairman chairwoman chairperson convener convenor deputy minister secretary parliamentary presiding speaker
    president vice prime first cabinet lord lady under-secretary clerk witness court attorney solicitor advocate
    chancellor leader acting temporary lord-lieutenant paymaster moderator interviewer researcher facilitator
    """
)

#: Words in lower case within an office's name.
OFFICE_SMALL = _words("of for the and to in on at with de von van")

#: Words that say each role.
SUPPORT = _words(
    """
    support supporter keyworker sw pa advocate
    """
)
INTERVIEWER = _words(
    """
    interviewer int intvr ivr iv interviewers researcher researchers moderator mod facilitator i q question host
    """
)
CARER = _words(
    """
    carer carers caregiver wife husband daughter son mother mum mam mom father dad sister brother partner spouse
    parent parents relative niece nephew grandmother grandfather granddaughter grandson aunt uncle
    """
)
PARTICIPANT = _words(
    """
    participant participants respondent resp interviewee ie informant p r a answer user client patient woman man
    female male
    """
)
OTHER = _words(
    """
    unknown unidentified all everyone everybody several interpreter translator voice other inaudible
    """
)

#: Those that say a role only by themselves ("I", "P 1"): within a name they are initials or something else.
ALONE = _words(
    """
    i q p r ie a pa sw int mod iv host user client partner other all man woman male female
    """
)

#: Those that also stand before a colon in other texts, such as "Support" as a heading.
ORDINARY = _words(
    """
    support supporter advocate question answer host user client patient partner other all voice man woman male
    female parents relative several
    """
)

#: Names of the fields at the head of a transcript, as keys.
FIELDS = _words(
    """
    date time place location venue site setting duration length recording recorded file audio transcriber
    transcribed project study title subject topic interview reference ref version status language consent age
    gender clientgroup pseudonym dateofinterview interviewdate interviewtime participantid interviewid
    respondenttype transcribedby recordedby
    """
)

#: Phrases that say the support role.
SUPPORT_PHRASES = ("key worker", "care worker", "personal assistant", "support worker")
