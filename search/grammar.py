"""Words that hold sentences together, as folding leaves them.

They are parts of phrases ("who can go with me"), so they are no stopwords; by themselves they say as little.
"""

from search.stopwords import STOPWORDS

_FA = """
رو تو توی ولی اما چون اگر اگه پس تا بعد قبل حالا الان هنوز دیگه دیگر خیلی همه هیچ چند چی
چه چرا کی کجا چطور چطوری چیکار چکار کنم کنن کنه کنند کرد کردم کردن کردند میکنم میکنه میکنن
میکنند شده شدم شد میشه میشم هستم هستن هست نیست نیستم بود بودم بودن دارم داره دارن دارند
ندارم نداره میخوام میخواهم میخوان میخواد باید شاید بتونم بتوانم میتونم میتوانم نمیتونم
نمیتوانم اونا اونها انها ازم بهم باهام برام برایم منو مرا خودم خودش اینجا اونجا سال ساله
ماه روز پیش هر چیزی جایی کسی یکی نفر یه بی من تورو مال هام هایم ام اش برم بروم بیاد بیاید
دو سه ده امروز فردا
"""
_AR = """
انا نحن هم هن انت کل بعض منذ قبل بعد عند عندی لدی لی له لها لهم معی معه ما لا لم لن لیس
لیست قد کان کانت کنت یکون هناک هل کیف این متی لماذا ماذا شو وین لیش مین مش مو بس عم رح بدی
ارید احتاج لازم ممکن یمکن استطیع اقدر بقدر الذین اللی کثیر کثیرا کتیر جدا ایضا لکن حتی ای
ایه شی شیء یوم سنه سنین شهر شهور الان هلق هون هنا وانا وما ولا الیوم بکرا
"""
_EN = """
i im ive we they them their he him his she her you your was were been be being have has
had do does did dont doesnt didnt not no so but if then than when where what why how there
here some any all just very too also only since because about after before again still up
out off over now would will wont could cant cannot should must may us our get got go going
want wants need needs like keep keeps make made let lets thing things something someone
somebody anyone anybody nobody people way year years month months week weeks day days one
two three today tomorrow
"""
_FR = """
j m n l s t c y qu ai as avons avez ont avait suis es sommes etes sont etait ne pas plus
jamais rien mais donc or ni car si quand comme que quoi dont ou me moi te toi se lui leur
leurs nous vous ils elles on son sa ses mon ton notre votre nos vos cette cet tout tous
toute toutes tres trop bien aussi encore deja depuis apres avant chez sans sous entre vers
fait faire peux peut veux veut dois doit va vais aller etre avoir ici la quelqu
besoin chose choses gens an ans mois jour jours semaine deux trois demain
"""
_DE = """
habe hab hat haben hatte hatten bin bist sind war waren sein wird werde werden wurde kann
konnen konnte muss mussen soll sollen will wollen mochte darf mag nicht kein keine keinen
keinem nichts nie mehr noch schon auch so sehr nur aber doch denn weil wenn als dass ob da
dann hier dort wo wie was warum wann wohin er sie wir ihr ihn ihm ihnen mir mich dich dir
uns euch sich meine meiner meinem meinen seine seiner ihre ihrer dieser diese dieses
jemand jemanden jemandem alle alles andere anderen uber unter nach seit bis ohne gegen
durch beim um weg gibt geht machen mache jahr jahre jahren monat monate tag tage zwei drei heute morgen jetzt
"""

GRAMMAR = STOPWORDS.union(f"{_FA} {_AR} {_EN} {_FR} {_DE}".split())
