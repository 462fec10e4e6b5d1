"""The words of everyday English that tell of nobody, whoever says them: function words, and the commonest others.

They add to those that stand in the samples and codebooks that come with the program. Words that are people's names too
are left out. English; other languages can be added here.
"""

from __future__ import annotations

_WORDS = """
a able about above absolutely accept account across actually afraid after afternoon afterwards again against age ago
agree ahead alive all allow allowed almost alone along already also although always am among amount an and angry
another answer any anybody anyhow anymore anyone anything anyway anywhere apart appear are area aren't around arrive
arrived as ask asked asleep at ate awake away awful baby back bad badly bag barely bath be became because become bed
been before began begin behind being believe below bench beside besides best better between beyond big bill bit blue
body book both bottom bought box boy bread break breakfast bring broke broken brother brought build building bus
busy but buy by cake call called came can can't cannot car card care careful case catch caught cause certain
certainly chair chance change changed cheap child children city clean clear clearly clever close closed clothes coat
coffee cold come comes coming common company completely cooker cool corner cost could couldn't count country couple
course cross cry cup cut dad dark daughter day days dead deal dear death decide decided deep definitely did didn't
die died different difficult dinner dirty do does doesn't dog doing don't done door double doubt down dress drink
drive drop dry due during each ear early easily easy eat edge effort either else empty end enough entirely
especially even evening ever every everybody everyone everything everywhere exactly expect expected explain extra
eye eyes face fact fair fairly fall fallen family far fast father fault fear feel feeling feels feet fell felt few
fight figure fill finally find fine finger finish finished fire first fit five flat floor follow food foot for
forget forgot forgotten forward found four free fresh friend friendly friends from front full fully fun funny
further garden gate gave general generally get gets getting girl give given gives giving glad glass go goes going
gone good got government grand great ground group grow guess had hadn't hair half hand hands happen happened happens
happy hard hardly has hasn't hat hate have haven't having he head health hear heard heart heat heavy hello help
helped helpful helping her here hers herself hey high him himself his hold hole holiday home honest honestly hoped
hoping hot hour hours house how however huge hundred hurt husband i idea if ill imagine important in indeed inside
instead interest interested into is isn't it its itself job join just keep keeps kept key kid kids kind kitchen knew
know known knows lady laid land large last late lately later laugh lay lead learn least leave leaves leaving left
leg less let letter level life lift light like liked likely line list listen listened little live lived lives living
local long longer look looked looking lose lost lot lots loud love lovely low luck lucky lunch mad made mainly make
makes making man many matter may maybe me meal mean means meant meanwhile meet meeting men mention merely met middle
might mile milk mind mine minute minutes miss missed mistake moment money month months more morning most mostly
mother mouth move moved much mum must my myself name near nearby nearly neat necessary need needed needs neither
nervous never nevertheless new news next nice night nine no nobody noise none nonsense nor normal normally not note
nothing notice now nowhere number obviously odd of off office often oh okay old on once one ones only onto open
opened or ordinary other others otherwise ought our ours ourselves out outside over own page paid pain paper parent
parents part particular particularly past pay pen people perfect perfectly perhaps person phone pick picked picture
piece place plain plan plate play please pleased plenty point poor possible possibly post pound pounds prefer
prepare pretty probably problem problems promise proper properly proud public pull push put quarter question quick
quickly quiet quietly quite rain ran rang rate rather reach read ready real realise really reason recently red
regard regular remember rest return ride right ring road room round rule run running sad safe said same sat saw say
saying says scared school sea seat second see seeing seem seemed seems seen self sell send sense sent serious seven
several shall shame share she shoe shoes shop short should shouldn't shout show shown shut sick side simple simply
since single sister sit sitting six sky sleep slept slow slowly small smile so sofa soft some somebody somehow
someone something sometimes somewhat somewhere son soon sorry sort sound speak special spend spoke spoken stairs
stand standing start started state stay stayed step stick still stone stood stop stopped story straight strange
street strong stuck stuff stupid such sudden suddenly sun suppose supposed sure surely surprise table tablets take
taken takes taking talk talked talking tall tea teach tell telling ten tend terrible than thank thanks that that's
the their theirs them themselves then there therefore these they thick thin thing things think thinking third this
those though thought thousand three through throughout thus till time times tired to today together told tomorrow
tonight too took top total touch towards town train treat tried trouble true trust truth try trying turn turned
twelve twenty twice two type under understand understood unless unlike until up upon upset upstairs us use used
useful useless usual usually various very visit voice wait waited waiting wake walk walked walking wall want wanted
wants warm was wash wasn't watch watched water way ways we weak wear weather week weekend weeks weird welcome well
went were weren't wet what whatever when whenever where wherever whether which while white who whoever whole whom
whose why wide wife will wind window wish with within without woman women won't wonder wonderful word words wore
work worked working world worn worried worry worse worst worth would wouldn't write written wrong wrote yard year
years yes yesterday yet you your yours yourself yourselves
"""

#: In the form in which words are compared: small letters, straight apostrophes.
COMMON_WORDS = frozenset(_WORDS.split())
