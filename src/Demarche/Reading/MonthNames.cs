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
    ];

    static readonly FrozenDictionary<string, int> Months = Build();

    /// <summary>1 to 12, or 0 for a word that names no month. Croatian "lipnja" is June: the earlier list wins where two languages clash.</summary>
    public static int Number(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        word = word.TrimEnd('.');
        if (word.Length is < 2 or > 16)
            return 0;
        word.ToLowerInvariant(lower);
        return Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..word.Length], out var month) ? month : 0;
    }

    static FrozenDictionary<string, int> Build()
    {
        var months = new Dictionary<string, int>();
        foreach (var list in Lists)
        {
            var names = list.Split(' ');
            for (var i = 0; i < names.Length; i++)
                months.TryAdd(names[i], i + 1);
        }
        months.TryAdd("sep", 9);
        return months.ToFrozenDictionary();
    }
}
