using System.Collections.Frozen;

namespace Demarche.Reading;

/// <summary>The months as bylines print them, in the languages of the pages we read; abbreviations are cut at three or more letters.</summary>
static class MonthNames
{
    static readonly string[] Lists =
    [
        "january february march april may june july august september october november december", // en
        "jan feb mar apr may jun jul aug sept oct nov dec",
        "januar februar märz april mai juni juli august september oktober november dezember", // de
        "jänner feber mär apr mai jun jul aug sep okt nov dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", // fr
        "janv févr mars avr mai juin juil aout sept oct nov déc",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre", // es
        "ene feb mar abr may jun jul ago setiembre oct nov dic",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", // it
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro", // pt
        "jan fev mar abr mai jun jul ago set out nov dez",
        "januari februari maart april mei juni juli augustus september oktober november december", // nl
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", // pl
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря", // ru
        "янв фев мар апр май июн июл авг сен окт ноя дек",
        "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", // uk
        "студзеня лютага сакавіка красавіка траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня", // be
        "ledna února března dubna května června července srpna září října listopadu prosince", // cs
        "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra", // sk
        "január február március április május június július augusztus szeptember október november december", // hu
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık", // tr
        "oca şub mar nis may haz tem ağu eyl eki kas ara",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie", // ro
        "януари февруари март април май юни юли август септември октомври ноември декември", // bg
        "јануар фебруар март април мај јун јул август септембар октобар новембар децембар", // sr
        "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca", // hr
        "januar februar marts april maj juni juli august september oktober november december", // da
        "januari februari mars april maj juni juli augusti september oktober november december", // sv
        "januar februar mars april mai juni juli august september oktober november desember", // nb
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta", // fi
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου", // el
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر", // ar
        "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר", // he
        "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर", // hi
        "januari februari maret april mei juni juli agustus september oktober november desember", // id
        "januari februari mac april mei jun julai ogos september oktober november disember", // ms
        "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember", // et
        "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris", // lv
        "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio", // lt
        "januar februar marec april maj junij julij avgust september oktober november december", // sl
        "јануари февруари март април мај јуни јули август септември октомври ноември декември", // mk
        "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor", // sq
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre", // ca
        "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro", // gl
        "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember", // is
        "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr", // az
        "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr", // uz
        "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан", // kk
        "հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի", // hy
        "იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი", // ka
        "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre", // tl
        "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba", // sw
        "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر", // ur
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر", // fa, of our calendar
        "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর", // bn
        "- شباط آذار نيسان أيار حزيران تموز آب أيلول - - -", // ar, of the Levant; the months of two words stand with their other names
    ];

    /// <summary>The months of Iran, from spring.</summary>
    static readonly string[] IranianMonths = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".Split(' ');

    static readonly FrozenDictionary<string, int> Months = Build();

    /// <summary>1 to 12 of a month of the solar calendar of Iran, or 0. Arabic letters stand for the Persian ones.</summary>
    public static int Iranian(ReadOnlySpan<char> word) =>
        1 + Array.IndexOf(IranianMonths, word.ToString().Replace('ي', 'ی').Replace('ك', 'ک'));

    /// <summary>1 to 12, or 0 for a word that names no month. Croatian "lipnja" is June: the earlier list wins where two languages clash.</summary>
    public static int Number(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        word = word.TrimEnd('.');
        if (word.Length is < 2 or > 16)
            return 0;
        word.ToLowerInvariant(lower);
        lower = lower[..word.Length];
        var lookup = Months.GetAlternateLookup<ReadOnlySpan<char>>();
        // Hebrew writes "in August" as one word.
        return lookup.TryGetValue(lower, out var month) || (lower[0] == 'ב' && lookup.TryGetValue(lower[1..], out month)) ? month : 0;
    }

    static FrozenDictionary<string, int> Build()
    {
        var months = new Dictionary<string, int>();
        foreach (var list in Lists)
        {
            var names = list.Split(' ');
            for (var i = 0; i < names.Length; i++)
                if (names[i] != "-")
                    months.TryAdd(names[i], i + 1);
        }
        months.TryAdd("sep", 9);
        return months.ToFrozenDictionary();
    }
}
