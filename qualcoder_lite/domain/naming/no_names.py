"""What people say with a capital in interviews about health and social care, and what names nobody all the same.

Put together by hand. Whoever finds one that is missing adds it here; a word that is somebody's name too is left out, so
that the name is proposed.
"""

from __future__ import annotations


def _each(words: str, between: str | None = None) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in words.strip().split(between))


#: Words that stand before a name only because a sentence begins with them.
OPENERS = _each(
    """
    a about actually after again all also although always and another any anyway apparently are as ask at
    basically be because before being besides both but by can come could did do does done down during each
    eventually ever every everybody everyone everything except finally first for from funnily get go good had has
    have he hello her here hi his honestly how however i if in indeed instead into is it its just last later let
    like listen loads look lots lovely luckily many maybe me meanwhile mind more morning most mostly much my never
    next nice no nobody none nor not nothing now obviously occasionally of off often oh okay on once one only or
    other our out over perhaps please plus poor probably quite really right sadly same seriously she since so some
    somebody someone something sometimes soon sorry still such suddenly sure tell thank thanks that the their them
    then there these they this those though through till to today tomorrow tonight too trouble two typical under
    unfortunately until up us usually very was we well were what whatever when whenever where which while who
    whose why will with without would yeah yes yesterday yet you your
    """
)

#: Benefits, laws and offices; festivals; brands and machines; peoples, languages and faiths; illnesses; abbreviations.
SAY_NOTHING = _each(
    """
    Personal Independence Payment, Attendance Allowance, Carer's Allowance, Carers Allowance, Universal Credit,
    Child Benefit, Housing Benefit, Pension Credit, Income Support, Council Tax, Direct Payment, Direct Payments,
    Blue Badge, Bus Pass, Care Act, Mental Health Act, Mental Capacity Act, Children Act, Equality Act, Power of
    Attorney, Self Directed Support, Citizens Advice, Job Centre, Jobcentre, Social Services, Social Work, Social
    Security, Social Care, Adult Social Care, Health Service, Health Centre, Health Board, Day Centre, Day Care,
    Care Home, Nursing Home, Home Care, Home Help, Meals on Wheels, Meals, Wheels, Lifeline, Infirmary, Institute,
    Prime Minister, Minister, Parliament, Government, Members, Tories, Tory, Labour, Conservative, Conservatives,
    Liberal, Brexit, Queen, Royal, Bible, Mass, Communion, Church, Army, Navy, Police, Legion, British Legion,
    Post Office, Radio, Internet, Boxing Day, New Year, Hogmanay, Hallowe'en, Halloween, Jubilee, Bank Holiday,
    Diwali, Eid, Ramadan, Passover, Lent, Pancake Day, Mothering Sunday, Bonfire Night, Countdown, Emmerdale,
    Coronation Street, Strictly, Pointless, Archers, Match of the Day, Bingo, Zumba, Pilates, Yoga, Scrabble,
    Lego, Tai Chi, Marmite, Bovril, Velcro, Zimmer, Hoover, Portakabin, Portaloo, Tupperware, Thermos, Biro,
    Rizla, Elastoplast, Paracetamol, Calpol, Wi-Fi, Zoom, Facebook, Google, WhatsApp, Skype, Teams, FaceTime,
    YouTube, Netflix, Sky, Amazon, Tesco, Asda, Aldi, Lidl, Sainsbury, Morrisons, Argos, Greggs, Primark, Iceland,
    Co-op, Land Rover, Vauxhall, Fiesta, Honda, Toyota, Megabus, Uber, Dial-a-Ride, Motability, Guardian, Mirror,
    Sun, Telegraph, Mail, Times, Gazette, English, Englishman, Scottish, Scots, Scotsman, Welsh, Welshman, Irish,
    Irishman, British, Polish, Poles, German, French, Italian, Spanish, Spaniard, Portuguese, Greek, Turkish,
    Chinese, Indian, Pakistani, Bengali, Punjabi, Urdu, Gujarati, Caribbean, African, Asian, European, American,
    Americans, Australian, Yorkshire, Geordie, Scouse, Cockney, Gaelic, Catholic, Catholics, Protestant,
    Methodist, Baptist, Anglican, Presbyterian, Quaker, Quakers, Christian, Christians, Muslim, Muslims, Hindu,
    Hindus, Sikh, Sikhs, Jew, Jewish, Buddhist, Covid, Parkinson's, Alzheimer's, Asperger's, Down's, Crohn's,
    Huntington's, Tourette's, Makaton, Braille, MRI, CT, MS, COPD, UTI, ADHD, OCD, CBT, PTSD, HIV, IQ, PIP, DLA,
    ESA, DWP, DVD, CCTV, BBC, ITV, RAF, VE, A&E, PC, IT, ID, CV, MBE, AGM, HR, PA, TA, LGBT
    """,
    ",",
)

#: What stands at the head of a turn and says what somebody is, and not who.
ROLES = _each(
    "Int, Interviewer, Interviewee, Researcher, Facilitator, Moderator, Respondent, Participant, Carer, Worker, "
    "Speaker, Support worker, Support Worker",
    ",",
)
